package dev.weir.jobs.start;

import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;

/** Collects what is wrong, located in the gateway's file. */
final class Findings {

  private final Location file;
  private final Problems problems = new Problems();

  Findings(String gatewayFile) {
    file = Location.start(gatewayFile);
  }

  /**
   * @param path in the gateway's file
   */
  void add(EnvironmentRule rule, String path, String message, String mend) {
    problems.add(rule, file, path, message, mend);
  }

  void addAll(Problems others) {
    problems.addAll(others);
  }

  boolean any() {
    return problems.hasErrors();
  }

  void refuse() {
    if (any()) {
      throw new StartRefusedException(problems.sorted());
    }
  }
}

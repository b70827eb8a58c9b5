package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;

/** Collects what is wrong, located in the user's files. */
final class Findings {

  private final Places places;
  private final Problems problems = new Problems();

  Findings(Places places) {
    this.places = places;
  }

  /** A part of the gateway's file, by the keys that lead to it. */
  static DocumentPath path(String... keys) {
    DocumentPath path = DocumentPath.ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /**
   * @param path in the gateway's file
   */
  void add(EnvironmentRule rule, DocumentPath path, String message, String mend) {
    add(rule, places.of(path), message, mend);
  }

  /** At what makes the job write a topic. */
  void addOfTopic(EnvironmentRule rule, String topic, String message, String mend) {
    add(rule, places.ofTopic(topic), message, mend);
  }

  private void add(EnvironmentRule rule, Places.Place place, String message, String mend) {
    problems.add(rule, place.location(), place.path(), message, mend);
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

package dev.weir.jobs.gateway;

import dev.weir.config.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The user's files have an error, or a term that is not enforced yet. Nothing was started. */
public final class FilesRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  FilesRefusedException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that was noted, warnings too; at least one error. */
  public List<Problem> problems() {
    return problems;
  }
}

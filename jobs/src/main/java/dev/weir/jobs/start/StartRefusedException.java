package dev.weir.jobs.start;

import dev.weir.config.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The world is not as the job needs it. Nothing was started. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems at least one
   */
  public StartRefusedException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}

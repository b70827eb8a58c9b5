package dev.weir.operators.file;

import dev.weir.config.problem.FailureWords;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** An input file that cannot be read, or not further; says where, why and what to do. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  static InputException of(InputRule rule, Location location, String message, String mend) {
    return new InputException(List.of(new Problem(rule, location, "", message, mend)));
  }

  /** Without the cause's own words, which may hold what the file holds. */
  static InputException unreadable(Location location, IOException cause) {
    return of(
        InputRule.INPUT_UNREADABLE,
        location,
        "the file cannot be read (" + FailureWords.of(cause) + ")",
        "Check its path, and who may read it");
  }

  /** All that is wrong, at least one; empty after this was serialized. */
  @SuppressWarnings("RedundantNullCheck") // a transient field is null after it was read back
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}

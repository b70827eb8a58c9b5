package dev.weir.privacy.generalize;

import java.util.List;

/** A file that is no hierarchy, with all that is wrong with it. */
public final class HierarchyException extends Exception {

  private static final long serialVersionUID = 1L;
  private final transient List<HierarchyProblem> problems;

  HierarchyException(List<HierarchyProblem> problems) {
    super("Not a hierarchy: " + problems.size() + " problems");
    this.problems = List.copyOf(problems);
  }

  /** By line, at least one. */
  public List<HierarchyProblem> problems() {
    return problems;
  }
}

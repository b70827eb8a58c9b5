package dev.weir.config.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every problem of a run, so that a user mends all of them in one go. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Rule rule, Location location, String path, String message, String mend) {
    add(new Problem(rule, location, path, message, mend));
  }

  public void add(Problem problem) {
    found.add(problem);
  }

  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** Whether anything stops the work; warnings alone do not. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** All of them, by file and place, each once. */
  public List<Problem> sorted() {
    return found.stream().distinct().sorted(Comparator.comparing(Problem::location)).toList();
  }
}

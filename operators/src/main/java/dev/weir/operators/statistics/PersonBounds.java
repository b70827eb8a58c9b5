package dev.weir.operators.statistics;

import dev.weir.privacy.ledger.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a person has added in a period, by window: the first windows, groups and records that come
 * are added, and no more than the bounds allow. Nothing but the person's own records has a part in
 * it.
 *
 * @param windows in which the person has added something
 */
public record PersonBounds(List<InWindow> windows) {

  public PersonBounds {
    windows = List.copyOf(windows);
  }

  public static PersonBounds none() {
    return new PersonBounds(List.of());
  }

  /**
   * @param from the window's beginning
   */
  public record InWindow(long from, int records, List<String> groups) {
    public InWindow {
      groups = List.copyOf(groups);
    }

    private InWindow named(UnaryOperator<String> names) {
      return new InWindow(from, records, groups.stream().map(names).toList());
    }
  }

  /** What an attempt to add a record came to. */
  public sealed interface Attempt {
    /** There was no room. */
    record Bounded() implements Attempt {}

    /**
     * It is added.
     *
     * @param newcomer whether it is the first in its group and window
     */
    record Added(PersonBounds now, boolean newcomer) implements Attempt {}
  }

  private static final Attempt.Bounded BOUNDED = new Attempt.Bounded();

  /** Adds a record, if there is room. */
  public Attempt add(long window, String group, Room room) {
    for (int at = 0; at < windows.size(); at++) {
      if (windows.get(at).from() == window) {
        return add(at, group, room);
      }
    }
    return windows.size() < room.windows()
        ? new Attempt.Added(with(windows.size(), new InWindow(window, 1, List.of(group))), true)
        : BOUNDED;
  }

  private Attempt add(int at, String group, Room room) {
    InWindow in = windows.get(at);
    boolean known = in.groups().contains(group);
    if (in.records() >= room.records() || (!known && in.groups().size() >= room.groups())) {
      return BOUNDED;
    }
    List<String> groups = in.groups();
    if (!known) {
      groups = new ArrayList<>(groups);
      groups.add(group);
    }
    return new Attempt.Added(with(at, new InWindow(in.from(), in.records() + 1, groups)), !known);
  }

  /** Whether something was added to that group in a window that begins in the span. */
  public boolean has(Span span, String group) {
    for (InWindow in : windows) {
      if (span.contains(in.from()) && in.groups().contains(group)) {
        return true;
      }
    }
    return false;
  }

  private PersonBounds with(int at, InWindow changed) {
    List<InWindow> all = new ArrayList<>(windows);
    if (at == all.size()) {
      all.add(changed);
    } else {
      all.set(at, changed);
    }
    return new PersonBounds(all);
  }

  /** The same, each group's name being another object that is equal to it. */
  public PersonBounds named(UnaryOperator<String> names) {
    return new PersonBounds(windows.stream().map(in -> in.named(names)).toList());
  }

  /** Not what it holds. */
  @Override
  public String toString() {
    return "PersonBounds of " + windows.size() + " windows";
  }

  /**
   * What one person may add.
   *
   * @param records in one window
   * @param groups likewise
   * @param windows in one period
   */
  public record Room(int records, int groups, int windows) {}
}

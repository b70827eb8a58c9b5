package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that wait, in memory and in the pages. */
final class WaitingRows {

  private final Pages pages;
  private final TreeMap<Long, Waiting> rows = new TreeMap<>();
  private final Map<Subject, List<Waiting>> rowsOf = new HashMap<>();

  WaitingRows(Pages pages) {
    this.pages = pages;
    pages.scan(PageKey.WAITING, (key, page) -> load(Waiting.of(page)));
  }

  private boolean load(Waiting row) {
    rows.put(row.place(), row);
    return rowsOf.computeIfAbsent(row.row().subject(), subject -> new ArrayList<>()).add(row);
  }

  /** In their order of arrival. */
  Collection<Waiting> all() {
    return rows.values();
  }

  /** That came first. */
  @Nullable Waiting first() {
    Map.Entry<Long, Waiting> first = rows.firstEntry();
    return first == null ? null : first.getValue();
  }

  int people() {
    return rowsOf.size();
  }

  List<Waiting> of(Subject subject) {
    return List.copyOf(rowsOf.getOrDefault(subject, List.of()));
  }

  boolean has(Subject subject, Codes point) {
    return rowsOf.getOrDefault(subject, List.of()).stream()
        .anyMatch(waits -> waits.row().point().equals(point));
  }

  void add(Row row, long now) {
    long place = rows.isEmpty() ? 0 : rows.lastKey() + 1;
    Waiting waits = new Waiting(place, now, row);
    load(waits);
    pages.put(PageKey.waiting(place), waits.page());
  }

  void remove(Waiting row) {
    rows.remove(row.place());
    pages.remove(PageKey.waiting(row.place()));
    List<Waiting> others = rowsOf.getOrDefault(row.row().subject(), new ArrayList<>());
    others.remove(row);
    if (others.isEmpty()) {
      rowsOf.remove(row.row().subject());
    }
  }
}

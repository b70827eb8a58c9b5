package dev.weir.local.command;

import dev.weir.plan.change.PlanChange;
import java.util.List;

/** Changes of a plan in columns. */
final class PlanChangeLines {

  private PlanChangeLines() {}

  static List<String> of(List<PlanChange> changes) {
    int kind = width(changes.stream().map(change -> change.kind().word()).toList());
    int where = width(changes.stream().map(PlanChange::where).toList());
    return changes.stream()
        .map(
            change ->
                padded(change.kind().word(), kind) + padded(change.where(), where) + change.text())
        .toList();
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }
}

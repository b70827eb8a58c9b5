package dev.weir.local.command;

import dev.weir.jobs.start.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was looked at, for a person: a line each, and under it what mends it. */
final class FindingLines {

  private static final String INDENT = "           ";

  private FindingLines() {}

  static List<String> of(List<Finding> findings) {
    int widest = findings.stream().mapToInt(one -> one.subject().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      String state = finding.state().name().toLowerCase(Locale.ROOT);
      String subject = finding.subject() + " ".repeat(widest - finding.subject().length());
      lines.add("%-7s  %s  %s".formatted(state, subject, finding.message()));
      mend(finding, lines);
    }
    lines.add(counted(findings));
    return lines;
  }

  private static void mend(Finding finding, List<String> lines) {
    if (finding.problem() != null) {
      String path = finding.problem().path();
      String place = finding.problem().location() + (path.isEmpty() ? "" : " " + path);
      String rule = ": [" + finding.problem().rule().id() + "] ";
      lines.add((INDENT + place + rule + finding.mend()).stripTrailing());
    }
    if (!finding.command().isEmpty()) {
      lines.add(INDENT + "$ " + finding.command());
    }
  }

  private static String counted(List<Finding> findings) {
    List<String> counts = new ArrayList<>();
    for (Finding.State state : Finding.State.values()) {
      long of = findings.stream().filter(one -> one.state() == state).count();
      counts.add(of + " " + state.name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", counts);
  }
}

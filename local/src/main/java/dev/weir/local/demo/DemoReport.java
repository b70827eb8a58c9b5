package dev.weir.local.demo;

import dev.weir.local.payments.Payment;
import dev.weir.local.preview.JsonLeaves;
import dev.weir.local.terminal.SideBySide;
import dev.weir.local.terminal.Terminal;
import dev.weir.local.terminal.TextTable;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the demo shows at its end, and whether it is what had to come out. */
final class DemoReport {

  private final Terminal terminal;
  private final JobPlan plan;
  private final Expected expected;
  private final CommittedRecords seen;
  private final Map<String, Long> deadLetters;

  DemoReport(Terminal terminal, JobPlan plan, Expected expected, CommittedRecords seen)
      throws IOException {
    this.terminal = terminal;
    this.plan = plan;
    this.expected = expected;
    this.seen = seen;
    this.deadLetters = deadLetters(seen.of(plan.products().get(0).deadLetterTopic()));
  }

  void print(List<Payment> payments) throws IOException {
    for (ReleasePlan release : plan.releases()) {
      List<byte[]> released = seen.of(release.topic());
      if (release.statistics() != null) {
        say("All payments, as " + release.partner() + " gets them, and what only you may see:");
        new DemoStatistics().add(payments).lines(released).forEach(this::say);
        say("");
      } else if (!released.isEmpty()) {
        say("One payment, as it was and as " + release.partner() + " gets it:");
        byte[] before = first(release, payments).json();
        new SideBySide(terminal.width())
            .lines(JsonLeaves.of(before), JsonLeaves.of(released.get(0)))
            .forEach(this::say);
        say("");
      }
    }
    counts().lines().forEach(this::say);
    say("dead letters: " + deadLetters);
    say(right() ? "All as it had to be." : "This is NOT what had to come out: " + expectation());
  }

  /** The first that the partner may see: order is kept, as the source has one partition. */
  private static Payment first(ReleasePlan release, List<Payment> payments) {
    List<String> inside = release.jurisdictions();
    return payments.stream()
        .filter(payment -> payment.flaw() == null)
        .filter(payment -> inside == null || inside.contains(payment.country()))
        .findFirst()
        .orElseThrow();
  }

  private TextTable counts() {
    TextTable table = new TextTable("topic", "in", "released", "withheld", "dead-lettered");
    long dead = deadLetters.values().stream().mapToLong(n -> n).sum();
    for (ReleasePlan release : plan.releases()) {
      long released = seen.of(release.topic()).size();
      if (release.statistics() != null) {
        table.row(release.topic(), expected.in(), released + " rows", "-", dead);
        continue;
      }
      long withheld = expected.in() - released - dead;
      table.row(release.topic(), expected.in(), released, withheld, dead);
    }
    return table;
  }

  /** By reason, as the letters say it. */
  private static Map<String, Long> deadLetters(List<byte[]> letters) throws IOException {
    Map<String, Long> reasons = new TreeMap<>();
    for (byte[] letter : letters) {
      reasons.merge(Objects.requireNonNull(JsonLeaves.of(letter).get("reason")), 1L, Long::sum);
    }
    return reasons;
  }

  boolean right() {
    boolean released =
        plan.releases().stream()
            .map(ReleasePlan::topic)
            .allMatch(topic -> seen.of(topic).size() == expected.released(topic));
    return released && deadLetters.equals(expected.deadLettered());
  }

  private String expectation() {
    Map<String, Long> released = new TreeMap<>();
    plan.releases().forEach(r -> released.put(r.topic(), expected.released(r.topic())));
    return "expected were " + released + " and dead letters " + expected.deadLettered();
  }

  private void say(String line) {
    terminal.out().println(line);
  }
}

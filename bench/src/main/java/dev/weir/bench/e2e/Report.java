package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What the rounds came to, beside the goals, as Markdown. */
final class Report {

  private final OrderFormat format;
  private final List<Map<Job, PassResult>> rounds;

  Report(OrderFormat format, List<Map<Job, PassResult>> rounds) {
    this.format = format;
    this.rounds = rounds;
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| "
            + format
            + " | records/s | client CPU, us/record | of it Java's compilers | broker CPU, us/record |");
    lines.add("| --- | --- | --- | --- | --- |");
    for (Job job : Job.values()) {
      lines.add(
          row(
              job.word(),
              spread(job, PassResult::recordsPerSecond).thousands(),
              spread(job, PassResult::clientMicros).text(),
              spread(job, PassResult::compilerMicros).text(),
              spread(job, PassResult::brokerMicros).text()));
    }
    lines.add("");
    lines.addAll(goals());
    return String.join("\n", lines);
  }

  private List<String> goals() {
    boolean json = format == OrderFormat.JSON;
    return List.of(
        "| goal, " + format + " | naive Flink job | Weir | goal |",
        "| --- | --- | --- | --- |",
        goal(
            "client CPU per record / identity job",
            PassResult::clientMicros,
            Job.IDENTITY,
            json ? "<= 1.6 (at least 1.8)" : "<= 1.5 (at least 1.8)"),
        goal(
            "records/s / identity job",
            PassResult::recordsPerSecond,
            Job.IDENTITY,
            json ? ">= 0.75" : "-"),
        goal("client CPU / naive Flink job", PassResult::clientMicros, Job.NAIVE, "<= 0.5"));
  }

  private String goal(String name, ToDoubleFunction<PassResult> number, Job to, String goal) {
    return row(name, ratio(number, Job.NAIVE, to).text(), ratio(number, Job.WEIR, to).text(), goal);
  }

  /** Of two jobs in the same round. */
  private Spread ratio(ToDoubleFunction<PassResult> number, Job job, Job to) {
    return Spread.of(rounds, round -> of(round, job, number) / of(round, to, number));
  }

  private Spread spread(Job job, ToDoubleFunction<PassResult> number) {
    return Spread.of(rounds, round -> of(round, job, number));
  }

  private static double of(
      Map<Job, PassResult> round, Job job, ToDoubleFunction<PassResult> number) {
    return number.applyAsDouble(Objects.requireNonNull(round.get(job)));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}

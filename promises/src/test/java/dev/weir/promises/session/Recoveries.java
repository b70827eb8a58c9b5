package dev.weir.promises.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long it took, from a kill to the end of the first checkpoint after everything was back. */
final class Recoveries {

  private final Map<String, List<Double>> seconds = new TreeMap<>();

  void add(String what, Instant killed) {
    double took = Duration.between(killed, Instant.now()).toMillis() / 1_000.0;
    seconds.computeIfAbsent(what, first -> new ArrayList<>()).add(took);
    seconds.computeIfAbsent("all", first -> new ArrayList<>()).add(took);
  }

  /** A row of a table for each kind. */
  String table() {
    StringBuilder table = new StringBuilder("| killed | times | p50, s | worst, s |\n");
    seconds.forEach(
        (what, took) -> {
          List<Double> sorted = took.stream().sorted().toList();
          double p50 = sorted.get(sorted.size() / 2);
          double worst = sorted.get(sorted.size() - 1);
          table.append(
              String.format(
                  Locale.ROOT, "| %s | %d | %.1f | %.1f |%n", what, sorted.size(), p50, worst));
        });
    return table.toString();
  }
}

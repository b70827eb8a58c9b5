package dev.weir.local.page;

import dev.weir.operators.metrics.CohortTally;
import dev.weir.privacy.risk.ClassSizes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** What is drawn of a release. */
final class Pictures {

  /** Where classes of people begin, in the picture. */
  private static final List<Integer> FROM = List.of(1, 2, 5, 10, 20, 50, 100);

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;

  private Pictures() {}

  static List<Bars> of(ReleaseFigures figures) {
    List<Bars> all = new ArrayList<>();
    all.add(Bars.of("What became of the records", "records", figures.outcomes()));
    figures.crowds().ifPresent(crowds -> add(crowds, all));
    return all;
  }

  private static void add(CohortTally crowds, List<Bars> all) {
    if (!crowds.loss().isEmpty()) {
      all.add(Bars.of("What values lost, 0 nothing to 1 everything", "mean loss", crowds.loss()));
    }
    crowds
        .released()
        .ifPresent(
            sizes -> {
              all.add(Bars.of("Classes by how many people share them", "classes", classes(sizes)));
              crowds.before().ifPresent(before -> all.add(beforeAndAfter(before, sizes)));
            });
    if (!crowds.delays().isEmpty()) {
      all.add(Bars.of("How long rows waited for a crowd", "rows", delays(crowds.delays())));
    }
  }

  private static Map<String, Long> classes(ClassSizes sizes) {
    Map<String, Long> classes = new LinkedHashMap<>();
    for (int at = 0; at < FROM.size(); at++) {
      classes.put(label(at), part(sizes, at).values().stream().mapToLong(of -> of).sum());
    }
    return classes;
  }

  /** People, by how many look like them, where their own cells are shown and as released. */
  private static Bars beforeAndAfter(ClassSizes before, ClassSizes after) {
    List<String> labels = new ArrayList<>();
    List<Double> own = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    for (int at = 0; at < FROM.size(); at++) {
      labels.add(label(at));
      own.add(people(before, at));
      shown.add(people(after, at));
    }
    Map<String, List<Double>> series = new LinkedHashMap<>();
    series.put("before", own);
    series.put("as released", shown);
    return new Bars("People by how many look the same", "people", labels, series);
  }

  private static double people(ClassSizes sizes, int part) {
    return part(sizes, part).entrySet().stream()
        .mapToDouble(size -> (double) size.getKey() * size.getValue())
        .sum();
  }

  private static NavigableMap<Integer, Long> part(ClassSizes sizes, int part) {
    NavigableMap<Integer, Long> from = sizes.classes().tailMap(FROM.get(part), true);
    return part + 1 < FROM.size() ? from.headMap(FROM.get(part + 1), false) : from;
  }

  private static String label(int part) {
    int from = FROM.get(part);
    if (part + 1 == FROM.size()) {
      return from + " or more";
    }
    int to = FROM.get(part + 1) - 1;
    return from == to ? Integer.toString(from) : from + " to " + to;
  }

  private static Map<String, Long> delays(NavigableMap<Long, Long> delays) {
    Map<String, Long> named = new LinkedHashMap<>();
    delays.forEach((bound, rows) -> named.put(upTo(bound), rows));
    return named;
  }

  private static String upTo(long millis) {
    if (millis == Long.MAX_VALUE) {
      return "longer";
    } else if (millis < SECOND) {
      return "to " + millis + " ms";
    }
    return millis < MINUTE ? "to " + millis / SECOND + " s" : "to " + millis / MINUTE + " min";
  }
}

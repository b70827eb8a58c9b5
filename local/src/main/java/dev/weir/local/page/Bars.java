package dev.weir.local.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Numbers that are drawn as bars.
 *
 * @param categories what stands below each bar, at least one
 * @param series by name: a number for each category, at least 0
 */
record Bars(String title, String unit, List<String> categories, Map<String, List<Double>> series) {

  Bars {
    categories = List.copyOf(categories);
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    int each = categories.size();
    if (each == 0 || !series.values().stream().allMatch(numbers -> numbers.size() == each)) {
      throw new IllegalArgumentException("Bars have a number for each category");
    }
  }

  /** Of one series, which needs no name. */
  static Bars of(String title, String unit, Map<String, ? extends Number> numbers) {
    List<Double> values = new ArrayList<>();
    numbers.values().forEach(number -> values.add(number.doubleValue()));
    return new Bars(title, unit, List.copyOf(numbers.keySet()), Map.of(unit, values));
  }

  /** The categories, of one series with their numbers: a bar may be too low to bear one. */
  List<String> labels() {
    if (series.size() > 1) {
      return categories;
    }
    List<Double> numbers = series.values().iterator().next();
    List<String> labels = new ArrayList<>();
    for (int at = 0; at < categories.size(); at++) {
      labels.add(categories.get(at) + ": " + number(numbers.get(at)));
    }
    return labels;
  }

  /** 1 if nothing is above 0. */
  double highest() {
    double highest =
        series.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    return highest > 0 ? highest : 1;
  }

  /** The same in words, for who does not see the picture. */
  String words() {
    return series.entrySet().stream()
        .map(one -> words(one.getKey(), one.getValue()))
        .collect(Collectors.joining("; ", title + ". ", "."));
  }

  private String words(String name, List<Double> numbers) {
    List<String> each = new ArrayList<>();
    for (int at = 0; at < numbers.size(); at++) {
      each.add(categories.get(at) + " " + number(numbers.get(at)));
    }
    return name + ": " + String.join(", ", each);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}

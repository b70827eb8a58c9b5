package dev.weir.operators.stage.statistics;

import dev.weir.config.FieldPath;
import dev.weir.operators.statistics.PlannedTerms;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.privacy.measure.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A line of {@code privacy-cases.csv}: two data sets that differ by one person, and what is counted
 * of them. They are those of Google's language-neutral statistical tests of differential privacy
 * ({@code proto/testing} of google/differential-privacy), in our words: empty and full sets, bounds
 * and budgets small and large, values far beyond the clamp.
 *
 * @param pair the person's records beside the others'
 */
record PrivacyCase(String name, double epsilon, double delta, Neighbours pair) {

  private static final int COLUMNS = 11;

  static List<PrivacyCase> all() throws IOException {
    try (InputStream in = PrivacyCase.class.getResourceAsStream("privacy-cases.csv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(PrivacyCase::parse).toList();
    }
  }

  private static PrivacyCase parse(String line) {
    String[] of = line.split(";", COLUMNS);
    Kind kind = Kind.valueOf(of[1]);
    Figure figure = figure(kind, of[6], of[7], of[8]);
    StatisticsPlan.Bounds bounds =
        new StatisticsPlan.Bounds(Integer.parseInt(of[4]), Integer.parseInt(of[5]), 1);
    List<Long> person = codes(figure, of[10]);
    Neighbours pair =
        new Neighbours(
            figure,
            bounds,
            of[2],
            of[3],
            codes(figure, of[9]),
            person,
            Neighbours.times(person.size(), 5));
    return new PrivacyCase(of[0], Double.parseDouble(of[2]), Double.parseDouble(of[3]), pair);
  }

  private static Figure figure(Kind kind, String low, String high, String step) {
    if (low.isEmpty()) {
      return StatisticsPlans.figure("m", kind, null);
    }
    StatisticsPlan.Values values =
        new StatisticsPlan.Values(new BigDecimal(low), new BigDecimal(high), new BigDecimal(step));
    BigDecimal middle = values.low().add(values.high()).divide(BigDecimal.valueOf(2));
    boolean quantiles = kind == Kind.QUANTILES;
    boolean histogram = kind == Kind.HISTOGRAM;
    return new Figure(
        "m",
        kind,
        FieldPath.of("amount"),
        histogram ? null : values,
        quantiles ? List.of(new BigDecimal("0.5")) : null,
        quantiles ? 4 : 0,
        histogram ? List.of(values.low(), middle, values.high()) : null,
        BigDecimal.ONE);
  }

  /** As the reader of a stream gives them: clamped. */
  private static List<Long> codes(Figure figure, String values) {
    StatisticsPlan plan =
        StatisticsPlans.measuring(StatisticsPlans.statistics(), List.of(figure), "1e-6");
    Measure measure = PlannedTerms.of(plan).measures().get(0).measure();
    List<Long> codes = new ArrayList<>();
    for (String value : values.isEmpty() ? new String[0] : values.split(" ")) {
      String[] times = value.split("\\*");
      long code = figure.field() == null ? 0 : measure.code(new BigDecimal(times[0]));
      long[] all = new long[times.length == 1 ? 1 : Integer.parseInt(times[1])];
      Arrays.fill(all, code);
      Arrays.stream(all).forEach(codes::add);
    }
    return codes;
  }

  /** What one sample with the person takes. */
  int records() {
    return Math.max(1, pair.others().size() + pair.person().size());
  }

  /** How far the worst outcome is beyond what is allowed, see {@link PrivacySearch#worst}. */
  double worst(double[][] sides) {
    return new PrivacySearch(epsilon, delta).worst(sides[0], sides[1]);
  }
}

package dev.weir.operators.statistics;

import dev.weir.config.agreement.PostProcess;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.measure.Estimate;
import dev.weir.privacy.measure.Figure;
import dev.weir.privacy.measure.Terms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A row of a release of statistics, as JSON: window, group, measures with their intervals, and what
 * it cost. All of it follows from noised numbers, the plan and the calendar.
 */
public final class RowJson {

  /** Beyond those of the step, unless numbers are rounded. */
  private static final int MORE_DIGITS = 3;

  private static final MathContext EPSILON = new MathContext(6, RoundingMode.CEILING);
  private static final MathContext EPSILON_LEFT = new MathContext(6, RoundingMode.FLOOR);

  private final StatisticsPlan plan;
  private final Terms terms;
  private final boolean nonNegative;
  private final boolean round;

  public RowJson(StatisticsPlan plan, Terms terms) {
    this.plan = plan;
    this.terms = terms;
    this.nonNegative = plan.postProcess().contains(PostProcess.NON_NEGATIVE);
    this.round = plan.postProcess().contains(PostProcess.ROUND);
  }

  /**
   * What a window costs.
   *
   * @param epsilon of it alone, at the agreement's δ
   * @param left of the period's ε after it
   */
  public record Cost(double epsilon, double left) {}

  /**
   * Writes a row.
   *
   * @param group as {@link GroupNames} names it
   */
  public byte[] write(Span window, String group, List<Figure> figures, Cost cost) {
    ByteOutput out = new ByteOutput(512);
    text(out, "{\"window\":{\"from\":\"" + Instant.ofEpochMilli(window.from()));
    text(out, "\",\"to\":\"" + Instant.ofEpochMilli(window.to()) + "\"},\"group\":" + group);
    text(out, ",\"measures\":{");
    for (int at = 0; at < figures.size(); at++) {
      text(out, at == 0 ? "" : ",");
      measure(out, terms.measures().get(at), figures.get(at));
    }
    text(out, "},\"privacy\":" + privacy(cost) + "}");
    return out.toByteArray();
  }

  private void measure(ByteOutput out, Terms.Shared shared, Figure figure) {
    JsonStrings.write(shared.name(), out);
    int digits = shared.measure().digits();
    StringBuilder values = new StringBuilder();
    StringBuilder intervals = new StringBuilder();
    for (Estimate told : figure.estimates()) {
      Estimate estimate = nonNegative ? notBelowZero(told) : told;
      values.append(values.isEmpty() ? "" : ",").append(number(estimate.value(), digits));
      intervals.append(intervals.isEmpty() ? "" : ",").append(interval(estimate, digits));
    }
    String form =
        figure.listed() ? ":{\"value\":[%s],\"interval\":[%s]}" : ":{\"value\":%s,\"interval\":%s}";
    text(out, form.formatted(values, intervals));
  }

  private static Estimate notBelowZero(Estimate of) {
    return new Estimate(Math.max(0, of.value()), Math.max(0, of.low()), Math.max(0, of.high()));
  }

  private String number(double value, int digits) {
    int scale = round ? digits : digits + MORE_DIGITS;
    return plain(new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN));
  }

  /** Outwards, so that it holds what it says. */
  private String interval(Estimate of, int digits) {
    int scale = round ? digits : digits + MORE_DIGITS;
    return "["
        + plain(tidy(of.low(), scale).setScale(scale, RoundingMode.FLOOR))
        + ","
        + plain(tidy(of.high(), scale).setScale(scale, RoundingMode.CEILING))
        + "]";
  }

  /** Without what the unit's binary fraction has left. */
  private static BigDecimal tidy(double value, int scale) {
    return new BigDecimal(value).setScale(scale + 4, RoundingMode.HALF_EVEN);
  }

  private static String plain(BigDecimal number) {
    BigDecimal short1 = number.stripTrailingZeros();
    return (short1.scale() < 0 ? short1.setScale(0) : short1).toPlainString();
  }

  private String privacy(Cost cost) {
    StatisticsPlan.Bounds bounds = plan.perSubject();
    return "{\"epsilon\":"
        + plain(epsilon(cost.epsilon()))
        + ",\"delta\":"
        + plan.budget().delta().toString()
        + ",\"budgetLeft\":{\"epsilon\":"
        + plain(new BigDecimal(cost.left()).round(EPSILON_LEFT))
        + "},\"perSubject\":{\"records\":"
        + bounds.records()
        + ",\"groups\":"
        + bounds.groups()
        + ",\"windows\":"
        + bounds.windows()
        + "}}";
  }

  /** As rows tell it: six digits, rounded up. */
  public static BigDecimal epsilon(double exact) {
    return new BigDecimal(exact).round(EPSILON);
  }

  private static void text(ByteOutput out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }
}

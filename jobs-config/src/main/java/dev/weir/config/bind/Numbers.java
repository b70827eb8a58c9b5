package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode.Kind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Numbers of the language. */
public final class Numbers {

  private static final int MAX_DIGITS = 40;
  private static final Set<Kind> NUMBERS = EnumSet.of(Kind.INTEGER, Kind.NUMBER);

  /** Above 0. */
  public static final Scalar<BigDecimal> POSITIVE =
      decimal("a number above 0", BigDecimal.ZERO, null);

  private Numbers() {}

  /** Whole, both bounds included. */
  public static Scalar<Integer> integer(int least, int most) {
    String asked =
        "a whole number"
            + (most == Integer.MAX_VALUE
                ? ", at least " + least
                : " from " + least + " to " + most);
    return new Scalar<>(
        asked,
        Set.of(Kind.INTEGER),
        text -> (int) within(text, least, most, asked),
        Json.type("integer").put("minimum", least).put("maximum", most));
  }

  /** Whole, at least that. */
  public static Scalar<Long> whole(long least) {
    String asked = "a whole number, at least " + least;
    return new Scalar<>(
        asked,
        Set.of(Kind.INTEGER),
        text -> within(text, least, Long.MAX_VALUE, asked),
        Json.type("integer").put("minimum", least));
  }

  private static long within(String text, long least, long most, String asked) throws Misfit {
    BigDecimal value = number(text, asked);
    if (value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new Misfit(BindRule.OUT_OF_RANGE, "The number is above " + most, "Write " + asked);
    } else if (value.compareTo(BigDecimal.valueOf(least)) < 0) {
      throw new Misfit(BindRule.OUT_OF_RANGE, "The number is below " + least, "Write " + asked);
    }
    return value.longValueExact();
  }

  /**
   * Any number between two.
   *
   * @param above the number is greater; null: any
   * @param most the number is at most that; null: any
   */
  public static Scalar<BigDecimal> decimal(
      String asked, @Nullable BigDecimal above, @Nullable BigDecimal most) {
    return fitting(
        asked,
        value ->
            (above == null || value.compareTo(above) > 0)
                && (most == null || value.compareTo(most) <= 0),
        schema(above, most));
  }

  /** Above 0 and below 1. */
  public static Scalar<BigDecimal> fraction(String asked) {
    return fitting(
        asked,
        value -> value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0,
        Json.type("number").put("exclusiveMinimum", 0).put("exclusiveMaximum", 1));
  }

  /** At least 0. */
  public static Scalar<BigDecimal> notBelowZero(String what) {
    return fitting(
        what + ", at least 0", value -> value.signum() >= 0, Json.type("number").put("minimum", 0));
  }

  private static Scalar<BigDecimal> fitting(
      String asked, Predicate<BigDecimal> fits, ObjectNode schema) {
    return new Scalar<>(
        asked,
        NUMBERS,
        text -> {
          BigDecimal value = number(text, asked);
          if (!fits.test(value)) {
            throw new Misfit(BindRule.OUT_OF_RANGE, "The number is out of range", "Write " + asked);
          }
          return value;
        },
        schema);
  }

  private static ObjectNode schema(@Nullable BigDecimal above, @Nullable BigDecimal most) {
    ObjectNode schema = Json.type("number");
    if (above != null) {
      schema.put("exclusiveMinimum", above);
    }
    if (most != null) {
      schema.put("maximum", most);
    }
    return schema;
  }

  /** Infinity, hexadecimal and numbers of absurd length are refused. */
  private static BigDecimal number(String text, String asked) throws Misfit {
    try {
      BigDecimal value = new BigDecimal(text);
      if (value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_DIGITS) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new Misfit(BindRule.MALFORMED, "This is no decimal number", "Write " + asked);
    }
    throw new Misfit(BindRule.OUT_OF_RANGE, "The number has over 40 digits", "Write " + asked);
  }
}

package dev.weir.operators.treat.json;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Treatments of texts, by the JDK's strings and numbers. */
final class NaiveSteps {

  private static final int MAX_DIGITS = 1000;

  private NaiveSteps() {}

  /** What leaves, a string; or the {@link Reason} that nothing does. */
  static Object apply(String text, LogicalType from, Step step, @Nullable String subject) {
    if (step instanceof Step.Mask mask) {
      return mask(text, mask);
    } else if (step instanceof Step.Truncate truncate) {
      int points = text.codePointCount(0, text.length());
      boolean longer = points > truncate.length();
      return longer ? text.substring(0, text.offsetByCodePoints(0, truncate.length())) : "";
    } else if (step instanceof Step.Round round) {
      return from == LogicalType.DATE
          ? text.substring(0, round.unit() == TimeUnit.MONTH ? 7 : 4)
          : round(Objects.requireNonNull(NaiveTimes.instant(text, round.zone())), round.unit());
    } else if (step instanceof Step.Bucket bucket) {
      return bucket(text, bucket.width());
    } else if (step instanceof Step.Shift) {
      return subject == null ? Reason.NO_SUBJECT : shift(text, OpenKeys.days(subject));
    } else if (step instanceof Step.Replace replace) {
      String row = replace.rows().getOrDefault(text, replace.otherwise());
      return row == null ? Reason.NOT_IN_TABLE : row;
    }
    return OpenKeys.token((Step.Tokenize) step, text);
  }

  private static String mask(String text, Step.Mask mask) {
    int[] points = text.codePoints().toArray();
    int hidden = points.length - mask.keepFirst() - mask.keepLast();
    int first = hidden > 0 ? mask.keepFirst() : 0;
    int last = hidden > 0 ? mask.keepLast() : 0;
    int count = mask.length() != null ? mask.length() : points.length - first - last;
    return new String(points, 0, first)
        + mask.with().repeat(count)
        + new String(points, points.length - last, last);
  }

  private static Object round(Instant instant, TimeUnit unit) {
    OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
    if (utc.getYear() < 1 || utc.getYear() > 9999) {
      return Reason.OUT_OF_RANGE;
    }
    String hour = utc.toInstant().truncatedTo(ChronoUnit.HOURS).toString();
    return switch (unit) {
      case HOUR -> hour;
      case DAY -> hour.substring(0, 10);
      case MONTH -> hour.substring(0, 7);
      case YEAR -> hour.substring(0, 4);
    };
  }

  private static Object shift(String text, int days) {
    LocalDate date = Objects.requireNonNull(NaiveTimes.date(text.substring(0, 10))).plusDays(days);
    boolean fits = date.getYear() >= 1 && date.getYear() <= 9999;
    return fits ? date + text.substring(10) : Reason.OUT_OF_RANGE;
  }

  private static Object bucket(String text, BigDecimal width) {
    if (text.length() > MAX_DIGITS) {
      return Reason.OUT_OF_RANGE;
    }
    String[] parts = text.split("[eE]", -1);
    BigDecimal digits = new BigDecimal(parts[0]);
    BigInteger exponent = parts.length == 1 ? BigInteger.ZERO : new BigInteger(parts[1]);
    if (digits.signum() == 0) {
      return floor(BigDecimal.ZERO, width);
    } else if (exponent.abs().bitLength() > 20) { // far from all that its digits can bring back
      return exponent.signum() > 0
          ? Reason.OUT_OF_RANGE
          : floor(BigDecimal.valueOf(digits.signum(), 1000), width);
    }
    BigDecimal number = digits.scaleByPowerOfTen(exponent.intValueExact());
    return number.precision() - number.scale() > MAX_DIGITS
        ? Reason.OUT_OF_RANGE
        : floor(tiny(number), width);
  }

  /** What is too small to count is as good as another that is. */
  private static BigDecimal tiny(BigDecimal number) {
    return number.precision() - number.scale() < -1000
        ? BigDecimal.valueOf(number.signum(), 1000)
        : number;
  }

  private static String floor(BigDecimal number, BigDecimal width) {
    BigDecimal plain = width.scale() < 0 ? width.setScale(0) : width;
    return number.divide(plain, 0, RoundingMode.FLOOR).multiply(plain).toPlainString();
  }
}

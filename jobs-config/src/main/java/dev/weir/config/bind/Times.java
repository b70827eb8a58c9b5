package dev.weir.config.bind;

import dev.weir.config.yaml.YamlNode.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Set;
import java.util.regex.Pattern;

/** Points and spans of time. */
public final class Times {

  private static final int DATE_LENGTH = 10;
  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String RFC_3339 =
      DATE + "(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2}))?";
  private static final Pattern POINT = Pattern.compile(RFC_3339);
  private static final String EXACT = "P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?";
  private static final String CALENDAR = "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?";

  /** RFC 3339; a date alone is its midnight in UTC. */
  public static final Scalar<Instant> INSTANT =
      new Scalar<>(
          "a date, as 2026-01-31, or an instant, as 2026-01-31T08:00:00Z",
          Set.of(Kind.STRING),
          Times::instant,
          Json.pattern("^" + RFC_3339 + "$"));

  /** What the clock and the calendar can be moved by from any year of four digits. */
  private static final int MOST_YEARS = 1_000;

  private static final long MOST_DAYS = MOST_YEARS * 365L;

  /**
   * ISO 8601, longer than nothing and no longer than a thousand years: a {@link Period}, or with a
   * time a {@link Duration}.
   */
  public static final Scalar<TemporalAmount> AMOUNT =
      new Scalar<>(
          "a period of ISO 8601, as P30D or PT30S",
          Set.of(Kind.STRING),
          Times::amount,
          Json.pattern("^(" + EXACT + "|" + CALENDAR + ")$"));

  /** ISO 8601, longer than nothing and no longer than a thousand years, of days and shorter. */
  public static final Scalar<Duration> DURATION =
      new Scalar<>(
          "a duration of ISO 8601, as PT30S",
          Set.of(Kind.STRING),
          Times::duration,
          Json.pattern("^" + EXACT + "$"));

  private Times() {}

  /**
   * An instant of RFC 3339, or of a date alone its midnight in UTC: what {@link #INSTANT} reads.
   *
   * @throws DateTimeException if it is written otherwise, or there is no such day or time
   */
  public static Instant parse(String text) {
    if (!POINT.matcher(text).matches()) {
      throw new DateTimeException("neither a date nor an instant of RFC 3339");
    }
    return text.length() == DATE_LENGTH
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static Instant instant(String text) throws Misfit {
    try {
      return parse(text);
    } catch (DateTimeException e) {
      throw POINT.matcher(text).matches()
          ? misfit("There is no such day or time", INSTANT.asked())
          : misfit("This is no date", "a date, as 2026-01-31, or an instant of RFC 3339");
    }
  }

  private static TemporalAmount amount(String text) throws Misfit {
    if (text.contains("T")) {
      return duration(text);
    }
    try {
      Period period = Period.parse(text);
      if (text.matches(CALENDAR) && !period.isZero()) {
        return atMost(
            period, period.toTotalMonths() <= MOST_YEARS * 12L && period.getDays() <= MOST_DAYS);
      }
    } catch (DateTimeException e) {
      throw misfit("This is no period", "a period of ISO 8601, as P30D or PT30S");
    }
    throw misfit("This is no period, or one of no length", "one of ISO 8601, as P30D");
  }

  private static Duration duration(String text) throws Misfit {
    try {
      Duration duration = Duration.parse(text);
      if (text.matches(EXACT) && duration.toMillis() > 0) {
        return atMost(duration, duration.compareTo(Duration.ofDays(MOST_DAYS)) <= 0);
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw misfit("This is no duration", "one of ISO 8601, as PT30S");
    }
    throw misfit(
        "This is no duration, or one shorter than a millisecond", "one of ISO 8601, as PT30S");
  }

  private static <T> T atMost(T amount, boolean holds) throws Misfit {
    if (!holds) {
      throw new Misfit(
          BindRule.OUT_OF_RANGE,
          "This is longer than a thousand years",
          "Write a shorter one, of " + MOST_DAYS + " days at most");
    }
    return amount;
  }

  private static Misfit misfit(String message, String asked) {
    return new Misfit(BindRule.MALFORMED, message, "Write " + asked);
  }
}

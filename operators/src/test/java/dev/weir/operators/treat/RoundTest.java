package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.plan.Step;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTest {

  @ParameterizedTest
  @CsvSource({
    "HOUR, 2026-03-01T08:00:19Z, 2026-03-01T08:00:00Z",
    "HOUR, 2026-03-01T08:59:59.999999999Z, 2026-03-01T08:00:00Z",
    "HOUR, 2026-03-01T08:30:00+05:30, 2026-03-01T03:00:00Z",
    "HOUR, 2026-03-01t08:30:00z, 2026-03-01T08:00:00Z",
    "DAY, 2026-03-01T00:30:00+01:00, 2026-02-28",
    "DAY, 2026-02-28T23:30:00-01:00, 2026-03-01",
    "MONTH, 2026-03-01T00:30:00+01:00, 2026-02",
    "YEAR, 2026-01-01T00:30:00+01:00, 2025",
    "YEAR, 1969-12-31T23:59:59.999Z, 1969",
    "HOUR, 1969-12-31T23:59:59.999Z, 1969-12-31T23:00:00Z"
  })
  void timestamps_areCutInUtc(TimeUnit unit, String value, String expected) {
    assertThat(round(unit, LogicalType.TIMESTAMP, null, value)).isEqualTo(expected);
  }

  @Test
  void dates_areCutToMonthOrYear() {
    assertThat(round(TimeUnit.YEAR, LogicalType.DATE, null, "1946-07-15")).isEqualTo("1946");
    assertThat(round(TimeUnit.MONTH, LogicalType.DATE, null, "1946-07-15")).isEqualTo("1946-07");
  }

  @Test
  void datesToDayOrHour_areRefused_theyWouldChangeNothing() {
    assertThatThrownBy(() -> round(TimeUnit.DAY, LogicalType.DATE, null, "1946-07-15"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> round(TimeUnit.HOUR, LogicalType.DATE, null, "1946-07-15"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesWithoutOffset_areInTheProductsZone() {
    assertThat(round(TimeUnit.HOUR, LogicalType.TIMESTAMP, "Europe/Berlin", "2026-07-01T00:30:00"))
        .isEqualTo("2026-06-30T22:00:00Z");
    assertThat(round(TimeUnit.HOUR, LogicalType.TIMESTAMP, "Europe/Berlin", "2026-01-01T00:30:00"))
        .isEqualTo("2025-12-31T23:00:00Z");
  }

  @Test
  void outOfTheYears1To9999InUtc_isOutOfRange() {
    assertThat(round(TimeUnit.YEAR, LogicalType.TIMESTAMP, null, "9999-12-31T23:30:00-01:00"))
        .isEqualTo("OUT_OF_RANGE");
    assertThat(round(TimeUnit.HOUR, LogicalType.TIMESTAMP, null, "0000-06-01T00:30:00Z"))
        .isEqualTo("OUT_OF_RANGE");
    assertThat(round(TimeUnit.HOUR, LogicalType.TIMESTAMP, null, "0001-01-01T00:30:00+01:00"))
        .isEqualTo("OUT_OF_RANGE");
    assertThat(round(TimeUnit.HOUR, LogicalType.TIMESTAMP, null, "0000-12-31T23:30:00-01:00"))
        .isEqualTo("0001-01-01T00:00:00Z");
    assertThat(round(TimeUnit.HOUR, LogicalType.TIMESTAMP, null, "9999-12-31T23:30:00Z"))
        .isEqualTo("9999-12-31T23:00:00Z");
  }

  @Property(tries = 5000)
  void anyTimestamp_isCutAsJavaTimeDoes(
      @ForAll @LongRange(min = -62_135_000_000L, max = 253_402_200_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano,
      @ForAll @IntRange(min = -14 * 60, max = 14 * 60) int offset,
      @ForAll TimeUnit unit) {
    OffsetDateTime time =
        LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC)
            .atOffset(ZoneOffset.ofTotalSeconds(offset * 60));
    OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
    if (utc.getYear() >= 1 && utc.getYear() <= 9999) {
      String text = time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      assertThat(round(unit, LogicalType.TIMESTAMP, null, text)).isEqualTo(oracle(unit, utc));
    }
  }

  @ParameterizedTest
  @EnumSource(TimeUnit.class)
  void whatIsNoTime_isNeverPassedOn(TimeUnit unit) {
    assertThat(round(unit, LogicalType.TIMESTAMP, null, "yesterday")).isEqualTo("OUT_OF_RANGE");
  }

  private static String oracle(TimeUnit unit, OffsetDateTime utc) {
    String hour = utc.truncatedTo(ChronoUnit.HOURS).format(DateTimeFormatter.ISO_INSTANT);
    return switch (unit) {
      case HOUR -> hour;
      case DAY -> hour.substring(0, 10);
      case MONTH -> hour.substring(0, 7);
      case YEAR -> hour.substring(0, 4);
    };
  }

  private static String round(
      TimeUnit unit, LogicalType type, @Nullable String zone, String value) {
    return Treating.apply(Treating.compile(new Step.Round(unit, zone), type), value);
  }
}

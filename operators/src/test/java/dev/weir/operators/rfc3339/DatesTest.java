package dev.weir.operators.rfc3339;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.bytes.ByteOutput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @Test
  void everyDayOfTenThousandYears_isReadAndWrittenAsJavaTimeDoes() {
    for (LocalDate date = LocalDate.of(0, 1, 1); date.getYear() < 10_000; date = date.plusDays(1)) {
      String text = date.toString();
      assertThat(day(text)).isEqualTo(date.toEpochDay());
      assertThat(written(date.toEpochDay(), 10)).isEqualTo(text);
    }
  }

  @Property(tries = 20_000)
  void aDayExists_whereJavaTimeSaysSo(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 99) int month,
      @ForAll @IntRange(max = 99) int day) {
    String text = String.format("%04d-%02d-%02d", year, month, day);
    assertThat(day(text)).isEqualTo(javaDay(year, month, day));
  }

  private static long javaDay(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException none) {
      return Dates.NONE;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-3-1",
        "2026-03-1",
        "2026-03-011",
        "20260301",
        "2026/03/01",
        "2026-03-0a",
        "+026-03-01",
        "-026-03-01",
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "2026-03-01T",
        "２026-03-01",
        " 2026-03-0",
        "2026-03- 1"
      })
  void whatIsNoDate_isNone(String text) {
    assertThat(day(text)).isEqualTo(Dates.NONE);
  }

  @Test
  void leapDays_existInLeapYearsOnly() {
    assertThat(day("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29).toEpochDay());
    assertThat(day("2000-02-29")).isEqualTo(LocalDate.of(2000, 2, 29).toEpochDay());
    assertThat(day("1900-02-29")).isEqualTo(Dates.NONE);
  }

  @Property
  void monthAndYear_areTheDatesBeginning(
      @ForAll @LongRange(min = Dates.FIRST, max = Dates.LAST) long day) {
    assertThat(written(day, 7)).isEqualTo(written(day, 10).substring(0, 7));
    assertThat(written(day, 4)).isEqualTo(written(day, 10).substring(0, 4));
  }

  @Test
  void writable_isWhatFourDigitsWrite() {
    assertThat(LocalDate.ofEpochDay(Dates.FIRST)).isEqualTo(LocalDate.of(0, 1, 1));
    assertThat(LocalDate.ofEpochDay(Dates.FIRST_OF_YEAR_1)).isEqualTo(LocalDate.of(1, 1, 1));
    assertThat(LocalDate.ofEpochDay(Dates.LAST)).isEqualTo(LocalDate.of(9999, 12, 31));
    assertThat(Dates.writable(Dates.FIRST - 1)).isFalse();
    assertThat(Dates.writable(Dates.LAST + 1)).isFalse();
  }

  private static long day(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Dates.day(bytes, 0, bytes.length);
  }

  private static String written(long day, int length) {
    ByteOutput out = new ByteOutput(1);
    Dates.write(day, length, out);
    return new String(out.toByteArray(), StandardCharsets.US_ASCII);
  }
}

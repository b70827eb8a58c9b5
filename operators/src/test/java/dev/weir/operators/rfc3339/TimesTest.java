package dev.weir.operators.rfc3339;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Property(tries = 5000)
  void timestamps_areTheInstantThatJavaTimeReads(
      @ForAll @LongRange(min = -62_135_000_000L, max = 253_402_200_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offset) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset * 60);
    OffsetDateTime time = LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atOffset(zone);
    String text = time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    assertThat(millis(text, null)).isEqualTo(time.toInstant().toEpochMilli());
  }

  @Property
  void timesWithoutOffset_areInTheirZone(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String text = time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    String full = text.length() == 16 ? text + ":00" : text;
    assertThat(millis(full, BERLIN)).isEqualTo(time.atZone(BERLIN).toInstant().toEpochMilli());
    assertThat(millis(full, null)).isEqualTo(Dates.NONE);
  }

  @Test
  void rfc3339sOwnExamples_areRead() {
    assertThat(millis("1985-04-12T23:20:50.52Z", null))
        .isEqualTo(OffsetDateTime.parse("1985-04-12T23:20:50.52Z").toInstant().toEpochMilli());
    assertThat(millis("1996-12-19T16:39:57-08:00", null))
        .isEqualTo(millis("1996-12-20T00:39:57Z", null));
    assertThat(millis("1937-01-01T12:00:27.87+00:20", null))
        .isEqualTo(millis("1937-01-01T11:40:27.87Z", null));
  }

  @Test
  void smallLetters_unknownLocalOffset_andLongFractions_areRead() {
    long instant = millis("2026-03-01T09:30:00.123Z", null);
    assertThat(millis("2026-03-01t09:30:00.123z", null)).isEqualTo(instant);
    assertThat(millis("2026-03-01T09:30:00.123-00:00", null)).isEqualTo(instant);
    assertThat(millis("2026-03-01T09:30:00.123999999999999Z", null)).isEqualTo(instant);
    assertThat(millis("2026-03-01T09:30:00.1Z", null)).isEqualTo(instant - 23);
  }

  @Test
  void anOffsetThatIsWritten_countsMoreThanTheZone() {
    assertThat(millis("2026-07-01T09:30:00Z", BERLIN))
        .isEqualTo(millis("2026-07-01T09:30:00Z", null))
        .isNotEqualTo(millis("2026-07-01T09:30:00", BERLIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-03-01",
        "2026-03-01T",
        "2026-03-01T09",
        "2026-03-01T09:30Z",
        "2026-03-01T09:30:00",
        "2026-03-01 09:30:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T09:60:00Z",
        "2016-12-31T23:59:60Z",
        "2026-03-01T09:30:00.Z",
        "2026-03-01T09:30:00,5Z",
        "2026-03-01T09:30:00Z ",
        "2026-03-01T09:30:00ZZ",
        "2026-03-01T09:30:00+01",
        "2026-03-01T09:30:00+0100",
        "2026-03-01T09:30:00+24:00",
        "2026-03-01T09:30:00+01:60",
        "2026-03-01T09:30:00 +01:00",
        "2026-03-01T09:30:00+01:0a",
        "2026-02-30T09:30:00Z",
        "2026-03-01T9:30:00Z",
        "2026-03-01T09-30-00Z",
        "2026-03-01T09:30:00[Europe/Berlin]",
        "12026-03-01T09:30:00Z"
      })
  void whatIsNoTimestamp_isNone(String text) {
    assertThat(millis(text, null)).isEqualTo(Dates.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00", "23:59:59", "09:30:00.25", "09:30:00Z", "09:30:00.5+01:00"})
  void timesOfDay_areKnown(String text) {
    assertThat(isTimeOfDay(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "09:30", "9:30:00", "24:00:00", "09:30:60", "09:30:00.", "09:30:00x", "noon"})
  void otherTexts_areNoTimesOfDay(String text) {
    assertThat(isTimeOfDay(text)).isFalse();
  }

  private static long millis(String text, @Nullable ZoneId zone) {
    byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
    return Times.millis(bytes, 2, bytes.length - 2, zone);
  }

  private static boolean isTimeOfDay(String text) {
    byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
    return Times.isTimeOfDay(bytes, 2, bytes.length - 2);
  }
}

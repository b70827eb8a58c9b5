package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShiftTest {

  /** The subject is the number of days. */
  private static final TextTreatment SHIFT =
      new Shift(
          (subject, from, to) ->
              Integer.parseInt(new String(subject, from, to - from, StandardCharsets.US_ASCII)));

  @Test
  void aDate_movesByItsSubjectsDays() {
    assertThat(Treating.apply(SHIFT, "2024-02-28", "1")).isEqualTo("2024-02-29");
    assertThat(Treating.apply(SHIFT, "2024-02-28", "-59")).isEqualTo("2023-12-31");
  }

  @Test
  void aTimestamp_keepsItsTimeOfDayAndOffsetAsTheyAreWritten() {
    assertThat(Treating.apply(SHIFT, "2026-03-01t23:59:59.120-08:00", "2"))
        .isEqualTo("2026-03-03t23:59:59.120-08:00");
  }

  @Test
  void withoutASubject_orWithAnEmptyOne_nothingIsDrawn() {
    assertThat(Treating.apply(SHIFT, "2026-03-01", "")).isEqualTo("NO_SUBJECT");
  }

  @Test
  void outOfTheYears1To9999_isOutOfRange() {
    assertThat(Treating.apply(SHIFT, "9999-12-30", "1")).isEqualTo("9999-12-31");
    assertThat(Treating.apply(SHIFT, "9999-12-31", "1")).isEqualTo("OUT_OF_RANGE");
    assertThat(Treating.apply(SHIFT, "0001-01-02", "-1")).isEqualTo("0001-01-01");
    assertThat(Treating.apply(SHIFT, "0001-01-01", "-1")).isEqualTo("OUT_OF_RANGE");
    assertThat(Treating.apply(SHIFT, "0000-06-01", "1")).isEqualTo("OUT_OF_RANGE");
  }

  @Property
  void anyDate_movesAsJavaTimeDoes(
      @ForAll @IntRange(min = 0, max = 20_000) int day,
      @ForAll @IntRange(min = -4000, max = 4000) int days) {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertThat(Treating.apply(SHIFT, date.toString(), Integer.toString(days)))
        .isEqualTo(date.plusDays(days).toString());
  }
}

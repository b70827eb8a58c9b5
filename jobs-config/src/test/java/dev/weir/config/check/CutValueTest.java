package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutValueTest {

  @ParameterizedTest
  @CsvSource({
    "INTEGER, -17, true",
    "INTEGER, 1234567890123456789, false",
    "INTEGER, 1.5, false",
    "INTEGER, young, false",
    "NUMBER, 0.05, true",
    "NUMBER, 1e9, false",
    "NUMBER, 1., false",
    "DAY, 1990-01-31, true",
    "DAY, 1990-02-31, false",
    "DAY, 1990, false",
    "DAY, +11990-01-01, false",
    "INSTANT, 2026-01-01T00:00:00Z, true",
    "INSTANT, 2026-01-01, false",
    "INSTANT, +1000000-01-01T00:00:00Z, false",
    "PREFIX, 49-7, true",
    "PREFIX, 12345678901, false",
    "PREFIX, 4*, false"
  })
  void valueOfTheFieldsKind_isTaken_andNoOther(CutValue kind, String text, boolean fits) {
    assertThat(kind.fits(text)).isEqualTo(fits);
  }
}

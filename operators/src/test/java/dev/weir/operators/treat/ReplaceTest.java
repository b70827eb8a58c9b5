package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.plan.Step;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplaceTest {

  @Test
  void aRow_isWhatLeaves() {
    Map<String, String> rows = Map.of("f", "female", "m", "male", "ü", "");
    assertThat(replace(rows, null, LogicalType.STRING, "f")).isEqualTo("female");
    assertThat(replace(rows, null, LogicalType.STRING, "ü")).isEmpty();
  }

  @Test
  void aValueWithoutARow_isRefused_orOtherwise() {
    Map<String, String> rows = Map.of("f", "female");
    assertThat(replace(rows, null, LogicalType.STRING, "F")).isEqualTo("NOT_IN_TABLE");
    assertThat(replace(rows, "other", LogicalType.STRING, "F")).isEqualTo("other");
    assertThat(replace(Map.of(), null, LogicalType.STRING, "")).isEqualTo("NOT_IN_TABLE");
    assertThat(replace(rows, "", LogicalType.STRING, "x")).isEmpty();
  }

  @Test
  void integers_areFoundByTheirDigits() {
    Map<String, String> rows = Map.of("12345678901234567890", "a lot", "-1", "debt");
    assertThat(replace(rows, null, LogicalType.INTEGER, "12345678901234567890")).isEqualTo("a lot");
    assertThat(replace(rows, null, LogicalType.INTEGER, "-1")).isEqualTo("debt");
  }

  @Property
  void anyTable_findsWhatAMapFinds(@ForAll Map<String, String> rows, @ForAll("keys") String key) {
    Map<String, String> clean = new HashMap<>();
    rows.forEach((from, to) -> clean.put(TextOracle.wellFormed(from), TextOracle.wellFormed(to)));
    String wanted = clean.isEmpty() ? key : clean.keySet().iterator().next();
    assertThat(replace(clean, "#", LogicalType.STRING, wanted))
        .isEqualTo(clean.getOrDefault(wanted, "#"));
    assertThat(replace(clean, "#", LogicalType.STRING, key))
        .isEqualTo(clean.getOrDefault(key, "#"));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings().alpha().ofMaxLength(2);
  }

  private static String replace(
      Map<String, String> rows, @Nullable String otherwise, LogicalType type, String value) {
    Step step = new Step.Replace("table.csv", "0", rows, otherwise);
    return Treating.apply(Treating.compile(step, type), value);
  }
}

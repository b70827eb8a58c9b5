package dev.weir.local.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.metering.focus.FocusRow;
import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.focus.FocusVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FocusParquetTest {

  private static final List<String> HEADER =
      List.of("BilledCost", "BillingPeriodStart", "InvoiceId", "x_Entry");

  private static FocusTable table(String... costs) {
    List<FocusRow> rows = List.of(costs).stream().map(cost -> new FocusRow(cells(cost))).toList();
    return new FocusTable(FocusVersion.V1_4, HEADER, rows);
  }

  private static Map<String, String> cells(String cost) {
    return Map.of("BilledCost", cost, "BillingPeriodStart", "2026-11-01T00:00:00Z", "x_Entry", "7");
  }

  private static BigDecimal decimal(Group row) {
    return new BigDecimal(
        new BigInteger(row.getBinary("BilledCost", 0).getBytes()), FocusColumnForm.SCALE);
  }

  @Test
  void cells_areNumbersAndTimes_andANullIsNone(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("acme.parquet");
    FocusParquet.write(table("12.5", "-0.13"), file);
    ParquetRows read = ParquetRows.read(file);
    assertThat(read.version()).isEqualTo("1.4");
    assertThat(read.schema().toString())
        .contains(
            "required fixed_len_byte_array(16) BilledCost (DECIMAL(38,18))",
            "required int64 BillingPeriodStart (TIMESTAMP(MICROS,true))",
            "optional binary InvoiceId (STRING)",
            "required int64 x_Entry");
    assertThat(read.rows()).hasSize(2);
    Group second = read.rows().get(1);
    assertThat(decimal(second)).isEqualByComparingTo("-0.13");
    assertThat(second.getLong("BillingPeriodStart", 0))
        .isEqualTo(Instant.parse("2026-11-01T00:00:00Z").getEpochSecond() * 1_000_000);
    assertThat(second.getFieldRepetitionCount("InvoiceId")).isZero();
    assertThat(second.getLong("x_Entry", 0)).isEqualTo(7);
  }

  @Property(tries = 50)
  void number_staysWhatItIs(
      @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(18)
          BigDecimal cost)
      throws IOException {
    Path file = Path.of("target", "number.parquet");
    FocusParquet.write(table(cost.toPlainString()), file);
    assertThat(decimal(ParquetRows.read(file).rows().get(0))).isEqualByComparingTo(cost);
  }

  @Test
  void numberThatDoesNotFit_isRefused_notRounded(@TempDir Path directory) {
    Path file = directory.resolve("acme.parquet");
    for (String cost : List.of("0.0000000000000000001", "123456789012345678901")) {
      assertThatThrownBy(() -> FocusParquet.write(table(cost), file))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  /** So that files of many months are one table. */
  @Test
  void schema_isTheSame_whateverTheRows(@TempDir Path directory) throws IOException {
    Path none = directory.resolve("none.parquet");
    Path some = directory.resolve("some.parquet");
    FocusParquet.write(table(), none);
    FocusParquet.write(table("1"), some);
    assertThat(ParquetRows.read(none).schema()).isEqualTo(ParquetRows.read(some).schema());
  }
}

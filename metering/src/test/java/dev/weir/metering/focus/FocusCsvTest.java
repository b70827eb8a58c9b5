package dev.weir.metering.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FocusCsvTest {

  private static String csv(FocusTable table) throws IOException {
    StringBuilder out = new StringBuilder();
    FocusCsv.write(table, out);
    return out.toString();
  }

  private static FocusTable table(String cell) {
    return new FocusTable(
        FocusVersion.V1_4,
        List.of("ServiceName", "BilledCost"),
        List.of(new FocusRow(Map.of("ServiceName", cell, "BilledCost", "-3.2"))));
  }

  /** OWASP, "CSV Injection". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1+1",
        "\u00a0=1",
        "=HYPERLINK(\"x\",\"y\")",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        "-",
        "\u2003=1",
        "\ufeff=1"
      })
  void formula_getsAnApostrophe(String cell) {
    assertThat(FocusCsv.safe(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-3.2", "-0.13", "5", "Acme Analytics", "a=b", "acme-payments", "{\"x\":1}"})
  void whatIsNoFormula_stays(String cell) {
    assertThat(FocusCsv.safe(cell)).isEqualTo(cell);
  }

  @Test
  void file_isRfc4180_aNullIsEmpty_aNumberStays() throws IOException {
    FocusTable table =
        new FocusTable(
            FocusVersion.V1_4,
            List.of("A", "B", "C"),
            List.of(new FocusRow(Map.of("A", "say \"x\", \r\nor not", "C", "-3.2"))));
    assertThat(csv(table)).isEqualTo("A,B,C\r\n\"say \"\"x\"\", \r\nor not\",,-3.2\r\n");
  }

  @Property
  void whatIsRead_isWhatWasWritten_orBeginsWithAnApostrophe(
      @ForAll
          @StringLength(min = 1, max = 8)
          @Chars({'=', '+', '-', '@', ' ', '\t', ',', '"', 'a', '1', '\n', '\r', '\''})
          String cell)
      throws IOException {
    CSVRecord row = CSVFormat.RFC4180.parse(new StringReader(csv(table(cell)))).getRecords().get(1);
    assertThat(row.get(0)).isIn(cell, "'" + cell);
    boolean starts =
        "=+-@\t\r\n".indexOf(row.get(0).strip().isEmpty() ? 'a' : row.get(0).strip().charAt(0))
            >= 0;
    assertThat(starts && !Formats.isNumber(row.get(0))).isFalse();
    assertThat(row.get(1)).isEqualTo("-3.2");
  }

  @Test
  void reasonOfACredit_isNoFormula_inTheTable() throws IOException {
    String csv = csv(Tables.april(FocusVersion.V1_4));
    for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords()) {
      row.forEach(cell -> assertThat(cell).isEqualTo(FocusCsv.safe(cell)));
    }
    assertThat(csv).contains("Credit for acme-payments 2026-03: =1+1");
  }
}

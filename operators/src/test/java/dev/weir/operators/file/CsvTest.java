package dev.weir.operators.file;

import static dev.weir.operators.file.Reading.field;
import static dev.weir.operators.file.Reading.lines;
import static dev.weir.operators.file.Reading.shape;
import static dev.weir.operators.file.Reading.text;
import static dev.weir.operators.file.Reading.texts;
import static dev.weir.operators.file.Reading.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

  private static final Shape.Fields PAYMENT =
      shape(
          field("id", LogicalType.STRING),
          field("amount", LogicalType.NUMBER),
          field("count", LogicalType.INTEGER),
          field("paid", LogicalType.BOOLEAN),
          field("day", LogicalType.DATE),
          field(
              "address",
              shape(field("zip", LogicalType.STRING), field("country", LogicalType.STRING))));

  @TempDir private Path directory = Path.of("");

  private List<SourceRecord> read(String csv) throws IOException {
    return Reading.all(directory, "in.csv", csv, PAYMENT);
  }

  @Test
  void cells_areTypedByTheProduct_digitsAsTheyAre() throws IOException {
    List<SourceRecord> read =
        read(
            """
            id,amount,count,paid,day,address.zip,address.country
            007,12.50,12345678901234567890,TRUE,2026-03-01,01234,DE
            x,-0.10e3,-5,false,yesterday,,FR
            """);
    assertThat(texts(read))
        .containsExactly(
            "{\"id\":\"007\",\"amount\":12.50,\"count\":12345678901234567890,\"paid\":true,"
                + "\"day\":\"2026-03-01\",\"address\":{\"zip\":\"01234\",\"country\":\"DE\"}}",
            "{\"id\":\"x\",\"amount\":-0.10e3,\"count\":-5,\"paid\":false,\"day\":\"yesterday\","
                + "\"address\":{\"country\":\"FR\"}}");
    assertThat(lines(read)).containsExactly(2L, 3L);
  }

  @Test
  void cellThatIsNotOfTheType_becomesAString_forDecodeToRefuse() throws IOException {
    for (String wrong :
        List.of(
            "1,5", "+1", "01", ".5", "5.", "1e", "NaN", " 1", "1 ", "0x1f", "--1", "{}", "1}")) {
      String row = "\"" + wrong + "\",\"" + wrong + "\",\"" + wrong + "\"";
      assertThat(texts(read("amount,count,paid\n" + row)))
          .containsExactly(
              "{\"amount\":\"%s\",\"count\":\"%s\",\"paid\":\"%s\"}"
                  .formatted(wrong, wrong, wrong));
    }
  }

  @Test
  void emptyCell_isAbsent_andSoIsAnObjectOfNone() throws IOException {
    assertThat(texts(read("id,amount,address.zip\n,1,\n\"\",,\nx,,9")))
        .containsExactly("{\"amount\":1}", "{}", "{\"id\":\"x\",\"address\":{\"zip\":\"9\"}}");
  }

  /** So that what the object requires is missed, as in JSON. */
  @Test
  void objectWithOnlyUnaskedFields_isThere() throws IOException {
    assertThat(texts(read("id,address.street\na,Main St\nb,")))
        .containsExactly("{\"id\":\"a\",\"address\":{}}", "{\"id\":\"b\"}");
  }

  @Test
  void columnsThatNobodyAskedFor_neverShow() throws IOException {
    assertThat(texts(read("secret,id,\"a.b\"\".c\"\nMARKER,1,MARKER")))
        .containsExactly("{\"id\":\"1\"}");
  }

  @Test
  void delimiter_isFoundInTheHeader() throws IOException {
    assertThat(texts(read("id;amount\na,b;1"))).containsExactly("{\"id\":\"a,b\",\"amount\":1}");
    assertThat(texts(read("id\tamount\na\t1\n\t\n")))
        .containsExactly("{\"id\":\"a\",\"amount\":1}", "{}");
    assertThat(texts(read("\"id\",\"amount\"\na,1")))
        .containsExactly("{\"id\":\"a\",\"amount\":1}");
    assertThat(texts(read("id\na;b"))).containsExactly("{\"id\":\"a;b\"}");
  }

  @Test
  void quotesAndLineFeedsInside_areText_andLinesAreCounted() throws IOException {
    List<SourceRecord> read = read("id,amount\r\n\"a \"\"b\"\"\r\nc, d\",1\r\n\r\n5\" pipe,2\r\n");
    assertThat(texts(read))
        .containsExactly(
            "{\"id\":\"a \\\"b\\\"\\u000d\\u000ac, d\",\"amount\":1}",
            "",
            "{\"id\":\"5\\\" pipe\",\"amount\":2}");
    assertThat(lines(read)).containsExactly(2L, 4L, 5L);
  }

  @Test
  void byteOrderMark_isNotOfTheFirstName() throws IOException {
    assertThat(texts(read("\ufeffid\nx"))).containsExactly("{\"id\":\"x\"}");
  }

  @Test
  void illFormedUtf8_spoilsItsOwnRow_whoseBytesReachDecode() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.write("id\na".getBytes(StandardCharsets.UTF_8));
    csv.write(0xfc);
    csv.write("\né\n".getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(directory.resolve("in.csv"), csv.toByteArray());
    List<SourceRecord> read = Reading.all(file, PAYMENT);
    assertThat(read.get(0).value())
        .isEqualTo("{\"id\":\"a\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(text(read.get(1))).isEqualTo("{\"id\":\"é\"}");
  }

  @Test
  void rowWithOtherCells_orTextAfterAQuote_isUnreadableAlone() throws IOException {
    List<SourceRecord> read = read("id,amount\na\na,1,2\n\"a\"b,1\ny,8\n");
    assertThat(lines(read)).containsExactly(2L, 3L, 4L, 5L);
    assertThat(read.stream().map(Reading::unreadable)).containsExactly(true, true, true, false);
    assertThat(text(read.get(3))).isEqualTo("{\"id\":\"y\",\"amount\":8}");
  }

  /** A line inside a broken cell may look like a row, and is text that nobody may see. */
  @Test
  void linesOfABrokenCell_areUnreadable_eachCounted() throws IOException {
    List<SourceRecord> read = read("id,amount\n\"a\nx,7\n\"b,1\n\ny,8\n\"never\nx,9\n\nx,9");
    assertThat(lines(read)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(read.stream().filter(r -> !text(r).isEmpty() && !unreadable(r)).map(Reading::text))
        .containsExactly("{\"id\":\"y\",\"amount\":8}");
    assertThat(read.stream().filter(r -> text(r).isEmpty())).hasSize(1);
  }

  @Test
  void rowThatIsAJsonObject_isNotTakenForOne() throws IOException {
    List<SourceRecord> read = read("id,amount\n{}\n");
    assertThat(read).hasSize(1).allMatch(Reading::unreadable);
  }

  @Test
  void rowAboveTheLimit_isUnreadable_andTheNextIsRead() throws IOException {
    String cell = "x".repeat(Reading.LIMITS.recordBytes());
    String lines = "y\n".repeat(Reading.LIMITS.recordBytes());
    List<SourceRecord> read = read("id,amount\n\"" + cell + "\",1\n" + cell + ",1\nx,7\n");
    assertThat(read.stream().map(Reading::unreadable)).containsExactly(true, true, false);
    read = read("id,amount\n\"" + lines + "x,6\n\",1\nx,7\n");
    assertThat(read).hasSize(Reading.LIMITS.recordBytes() + 3);
    assertThat(read.stream().filter(r -> !unreadable(r)).map(Reading::text))
        .containsExactly("{\"id\":\"x\",\"amount\":7}");
  }

  @Test
  void headerProblems_areReportedAtOnce_withoutUndeclaredNames() {
    assertThatThrownBy(() -> read("id,secret,id,secret\na,b,c,d"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("in.csv:1:1: [input-column] columns 1 and 3 have the same name")
        .hasMessageContaining("columns 2 and 4 have the same name")
        .message()
        .doesNotContain("secret");
    assertThatThrownBy(() -> read("")).hasMessageContaining("[input-empty]");
    assertThatThrownBy(() -> read("\n\n")).hasMessageContaining("[input-empty]");
    assertThatThrownBy(() -> read("\"id\n")).hasMessageContaining("quotes do not match");
  }

  @Test
  void arraysAndObjects_inAColumn_areRefusedByName() {
    Shape.Fields shape =
        shape(
            field("tags", new Shape.Items(new Shape.Leaf(LogicalType.STRING, null))),
            field("address", shape(field("zip", LogicalType.STRING))));
    assertThatThrownBy(() -> Reading.all(directory, "in.csv", "tags,address\na,b", shape))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tags: [input-column] column 1 is an array")
        .hasMessageContaining("address: [input-column] column 2 is an object");
    assertThatThrownBy(() -> Reading.all(directory, "in.csv", "tags[]\na", shape))
        .hasMessageContaining("column 1 is an array");
  }

  /** Against the library's own writer, and Jackson as the reader of what comes out. */
  @Property(tries = 500)
  void whatTheLibraryWrites_isReadBackCellByCell(
      @ForAll @Size(min = 1, max = 4)
          List<
                  @StringLength(max = 8) @CharRange(from = ' ', to = '~')
                  @Chars({'"', ',', ';', '\n', '\r', '\t', 'é', '\u2028'}) String>
              cells)
      throws IOException {
    StringWriter csv = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord("id", "other", "address.zip");
      for (String cell : cells) {
        printer.printRecord(cell, "-", cell);
      }
    }
    Path file = Files.writeString(Files.createTempFile("weir", ".csv"), csv.toString());
    List<SourceRecord> read = Reading.all(file, PAYMENT);
    Files.delete(file);
    assertThat(read).hasSameSizeAs(cells);
    for (int i = 0; i < cells.size(); i++) {
      JsonNode row = new ObjectMapper().readTree(read.get(i).value());
      assertThat(row.path("id").asText("")).isEqualTo(cells.get(i));
      assertThat(row.at("/address/zip").asText("")).isEqualTo(cells.get(i));
    }
  }
}

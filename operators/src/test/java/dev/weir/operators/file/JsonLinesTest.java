package dev.weir.operators.file;

import static dev.weir.operators.file.Reading.LIMITS;
import static dev.weir.operators.file.Reading.lines;
import static dev.weir.operators.file.Reading.shape;
import static dev.weir.operators.file.Reading.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.record.SourceRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void lines_keepTheirBytesAndNumbers_blankOnesAreEmpty() throws IOException {
    List<SourceRecord> read =
        Reading.all(
            directory,
            "in.jsonl",
            "{\"a\": 1.50 }\r\n\n \t\r\nnot json\n{\"é\":\"\u2028\"}",
            shape());
    assertThat(texts(read))
        .containsExactly("{\"a\": 1.50 }", "", "", "not json", "{\"é\":\"\u2028\"}");
    assertThat(lines(read)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(read).allMatch(r -> r.partition() == -1 && r.timestamp() == Reading.CLOCK);
  }

  @Test
  void finalLineFeed_isNoLineOfItsOwn() throws IOException {
    assertThat(Reading.all(directory, "in.jsonl", "{}\n", shape())).hasSize(1);
    assertThat(Reading.all(directory, "empty.jsonl", "", shape())).isEmpty();
  }

  @Test
  void byteOrderMark_isNotOfTheFirstRecord() throws IOException {
    assertThat(texts(Reading.all(directory, "in.jsonl", "\ufeff{}\n\ufeff{}", shape())))
        .containsExactly("{}", "\ufeff{}");
  }

  @Test
  void lineAboveTheLimit_isCutAboveIt_andTheNextOneIsWhole() throws IOException {
    int most = LIMITS.recordBytes();
    String file = "x".repeat(most) + "\r\n" + "y".repeat(50 * most) + "\n{}";
    List<SourceRecord> read = Reading.all(directory, "in.jsonl", file, shape());
    assertThat(texts(read).get(0)).isEqualTo("x".repeat(most));
    assertThat(texts(read).get(1).length()).isBetween(most + 1, most + 2);
    assertThat(texts(read).get(2)).isEqualTo("{}");
    assertThat(lines(read)).containsExactly(1L, 2L, 3L);
  }

  /** 300 MB on one line, in a reader that holds a megabyte. */
  @Test
  void endlessLine_takesNoMemory() throws IOException {
    InputStream endless =
        new InputStream() {
          private long left = 300_000_000L;

          @Override
          public int read() {
            return left-- > 0 ? 'z' : -1;
          }

          @Override
          public int read(byte[] to, int from, int most) {
            int count = (int) Math.min(most, left);
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    byte[] line = new Lines(endless, 1000).next();
    assertThat(line).hasSize(1001);
  }

  @Property(tries = 300)
  void lines_areWhatSplittingGives(
      @ForAll @Size(max = 300) @ByteRange(min = 9, max = 12) byte[] bytes,
      @ForAll @IntRange(min = 1, max = 7) int chunk)
      throws IOException {
    Lines lines = new Lines(new Trickle(bytes, chunk), 1000);
    List<byte[]> read = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      read.add(line);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> expected = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (expected.get(expected.size() - 1).isEmpty()) {
      expected.remove(expected.size() - 1);
    }
    assertThat(read.stream().map(l -> new String(l, StandardCharsets.ISO_8859_1)).toList())
        .isEqualTo(expected);
  }

  /** Gives a few bytes at a time. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int most;

    Trickle(byte[] bytes, int most) {
      super(bytes);
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] to, int from, int length) {
      return super.read(to, from, Math.min(length, most));
    }
  }

  @Test
  void missingFile_andUnknownEnding_areRefusedByRule() throws IOException {
    assertThatThrownBy(() -> Reading.all(directory.resolve("no.jsonl"), shape()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no.jsonl:1:1: [input-unreadable]");
    Path text = directory.resolve("in.txt");
    try (OutputStream out = Files.newOutputStream(text)) {
      out.write('{');
    }
    assertThatThrownBy(() -> Reading.all(text, shape()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[input-format]");
  }
}

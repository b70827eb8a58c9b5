package dev.weir.operators.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.config.LogicalType;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSequenceTest {

  private static final Shape.Fields SHAPE = Reading.shape(Reading.field("n", LogicalType.INTEGER));

  private final Path directory;

  FileSequenceTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void files_areReadInTheirOrder_andTheirRecordsSayWhichTheyAreOf() throws IOException {
    Path first = file("a.jsonl", "{\"n\":1}\n\n");
    Path empty = file("b.jsonl", "");
    Path csv = file("c.csv", "n\n2\n");
    List<SourceRecord> records = all(first, empty, csv);
    assertThat(Reading.texts(records)).containsExactly("{\"n\":1}", "", "{\"n\":2}");
    assertThat(records).extracting(SourceRecord::partition).containsExactly(-1, -1, -3);
    assertThat(Reading.lines(records)).containsExactly(1L, 2L, 2L);
  }

  @Test
  void problemsOfAllFiles_areReportedAtOnce_beforeAnyIsRead() throws IOException {
    Path good = file("a.jsonl", "{}\n");
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () -> all(good, directory.resolve("none.jsonl"), file("notes.txt", "")));
    assertThat(refused.problems())
        .extracting(problem -> problem.rule().id())
        .containsExactly("input-unreadable", "input-format");
  }

  private List<SourceRecord> all(Path... files) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (SourceFile source =
        SourceFile.open(Stream.of(files).toList(), SHAPE, Reading.LIMITS, () -> Reading.CLOCK)) {
      source.forEachRemaining(records::add);
    }
    return records;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}

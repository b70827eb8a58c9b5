package dev.weir.operators.file;

import dev.weir.config.LogicalType;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What the tests of this package read with. */
final class Reading {

  static final long CLOCK = 1_760_000_000_000L;
  static final SourceFile.FileLimits LIMITS = new SourceFile.FileLimits(10_000, 64);

  private Reading() {}

  static List<SourceRecord> all(Path file, Shape.Fields shape) throws IOException {
    return all(file, shape, LIMITS);
  }

  static List<SourceRecord> all(Path file, Shape.Fields shape, SourceFile.FileLimits limits)
      throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (SourceFile source = SourceFile.open(file, shape, limits, () -> CLOCK)) {
      source.forEachRemaining(records::add);
    }
    return records;
  }

  static List<SourceRecord> all(Path directory, String name, String content, Shape.Fields shape)
      throws IOException {
    return all(Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8), shape);
  }

  static String text(SourceRecord record) {
    return new String(Objects.requireNonNull(record.value()), StandardCharsets.UTF_8);
  }

  static List<String> texts(List<SourceRecord> records) {
    return records.stream().map(Reading::text).toList();
  }

  static List<Long> lines(List<SourceRecord> records) {
    return records.stream().map(SourceRecord::offset).toList();
  }

  /** Whether it is one that no reader of UTF-8 takes for anything. */
  static boolean unreadable(SourceRecord record) {
    byte[] value = Objects.requireNonNull(record.value());
    return value.length > 0 && value[0] == (byte) 0xff;
  }

  static Shape.Fields shape(Shape.Field... fields) {
    return new Shape.Fields(Arrays.asList(fields));
  }

  static Shape.Field field(String name, LogicalType type) {
    return new Shape.Field(name, false, new Shape.Leaf(type, null));
  }

  static Shape.Field field(String name, Shape shape) {
    return new Shape.Field(name, false, shape);
  }
}

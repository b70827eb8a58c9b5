package dev.weir.operators.deadletter;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * What records come from, as a dead letter names it.
 *
 * @param file whether it is a file, else a topic
 * @param names of the topic, or of the files in the order in which they are read
 */
public record DeadLetterSource(boolean file, List<String> names) implements Serializable {
  public DeadLetterSource {
    names = List.copyOf(names);
  }

  public static DeadLetterSource topic(String name) {
    return new DeadLetterSource(false, List.of(name));
  }

  /** Files of which a record's partition says which: -1 is the first, -2 the next. */
  public static DeadLetterSource files(List<String> names) {
    return new DeadLetterSource(true, names);
  }

  /** {@code "source": {"topic", "partition", "offset"}}, or with {@code file} and {@code line}. */
  void write(SourceRecord record, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField(file ? "file" : "topic", name(record));
    if (!file) {
      json.writeNumberField("partition", record.partition());
    }
    json.writeNumberField(file ? "line" : "offset", record.offset());
    json.writeEndObject();
  }

  /** What the record's payload is sealed with. */
  byte[] context(SourceRecord record) {
    return new LetterSource(file, name(record), record.partition(), record.offset()).context();
  }

  private String name(SourceRecord record) {
    return names.get(file ? -1 - record.partition() : 0);
  }
}

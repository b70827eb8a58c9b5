package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As many cells as a reader finds who decodes. */
class AvroCellsTest {

  private static final Schema RECORD =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "r", "fields": [
                {"name": "s", "type": ["null", "string"]},
                {"name": "b", "type": "bytes"},
                {"name": "f", "type": {"type": "fixed", "name": "x", "size": 3}},
                {"name": "o", "type": "boolean"},
                {"name": "i", "type": "int"},
                {"name": "l", "type": "long"},
                {"name": "d", "type": "double"},
                {"name": "t", "type": "float"},
                {"name": "e", "type": {"type": "enum", "name": "y", "symbols": ["A", "B"]}},
                {"name": "a", "type": {"type": "array", "items": ["null", "string"]}},
                {"name": "n", "type": ["null", {"type": "record", "name": "z", "fields": [
                  {"name": "q", "type": "string"}, {"name": "w", "type": ["null", "int"]}]}]}]}
              """);

  @Test
  void cells_areTheValuesThatAreNotNull() throws IOException {
    GenericRecord full = record("text", Arrays.asList("one", null, "three"), true);
    GenericRecord bare = record(null, List.of(), false);

    assertThat(new AvroCells(RECORD, 0).cells(bytes(full, 0)))
        .isEqualTo(leaves(full))
        .isEqualTo(12);
    assertThat(new AvroCells(RECORD, 5).cells(bytes(bare, 5))).isEqualTo(leaves(bare)).isEqualTo(8);
  }

  private static GenericRecord record(@Nullable String text, List<String> items, boolean nested) {
    GenericRecord record = new GenericData.Record(RECORD);
    record.put("s", text);
    record.put("b", ByteBuffer.wrap(new byte[] {1, 2}));
    record.put("f", new GenericData.Fixed(RECORD.getField("f").schema(), new byte[] {1, 2, 3}));
    record.put("o", true);
    record.put("i", -7);
    record.put("l", 1L << 40);
    record.put("d", 1.5);
    record.put("t", 2.5f);
    record.put("e", new GenericData.EnumSymbol(RECORD.getField("e").schema(), "B"));
    record.put("a", items);
    if (nested) {
      GenericRecord inner = new GenericData.Record(RECORD.getField("n").schema().getTypes().get(1));
      inner.put("q", "inner");
      record.put("n", inner);
    }
    return record;
  }

  private static int leaves(@Nullable Object value) {
    if (value instanceof GenericRecord record) {
      return record.getSchema().getFields().stream()
          .mapToInt(field -> leaves(record.get(field.pos())))
          .sum();
    } else if (value instanceof Collection<?> items) {
      return items.stream().mapToInt(AvroCellsTest::leaves).sum();
    }
    return value == null ? 0 : 1;
  }

  private static byte[] bytes(GenericRecord record, int before) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[before]);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(RECORD).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}

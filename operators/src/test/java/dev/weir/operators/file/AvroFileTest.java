package dev.weir.operators.file;

import static dev.weir.operators.file.Reading.field;
import static dev.weir.operators.file.Reading.shape;
import static dev.weir.operators.file.Reading.text;
import static dev.weir.operators.file.Reading.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.LogicalType;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroFileTest {

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"Payment","fields":[
               {"name":"secret","type":["null",{"type":"array","items":"string"}]},
               {"name":"id","type":"string"},
               {"name":"small","type":"int"},
               {"name":"big","type":["null","long"]},
               {"name":"f","type":"float"},
               {"name":"d","type":["double","null"]},
               {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":30,"scale":2}},
               {"name":"fee","type":{"type":"fixed","name":"Fee","size":8,"logicalType":"decimal","precision":10,"scale":3}},
               {"name":"ok","type":"boolean"},
               {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","B"]}},
               {"name":"day","type":{"type":"int","logicalType":"date"}},
               {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
               {"name":"exactly","type":{"type":"long","logicalType":"timestamp-micros"}},
               {"name":"uuid","type":{"type":"fixed","name":"U","size":16,"logicalType":"uuid"}},
               {"name":"blob","type":"bytes"},
               {"name":"address","type":["null",{"type":"record","name":"Address","fields":[
                  {"name":"street","type":"string"},{"name":"zip","type":["null","string"]}]}]},
               {"name":"tags","type":{"type":"array","items":"string"}},
               {"name":"attributes","type":{"type":"map","values":"string"}},
               {"name":"both","type":["string","int"]}
              ]}
              """);

  private static final Shape.Fields ASKED =
      shape(
          field("id", LogicalType.STRING),
          field("small", LogicalType.INTEGER),
          field("big", LogicalType.INTEGER),
          field("f", LogicalType.NUMBER),
          field("d", LogicalType.NUMBER),
          field("price", LogicalType.NUMBER),
          field("fee", LogicalType.NUMBER),
          field("ok", LogicalType.BOOLEAN),
          field("kind", LogicalType.STRING),
          field("day", LogicalType.DATE),
          field("at", LogicalType.TIMESTAMP),
          field("exactly", LogicalType.TIMESTAMP),
          field("uuid", LogicalType.STRING),
          field("address", shape(field("zip", LogicalType.STRING))),
          field("tags", new Shape.Items(new Shape.Leaf(LogicalType.STRING, null))),
          field("attributes", shape(field("colour", LogicalType.STRING))));

  @TempDir private Path directory = Path.of("");

  private static GenericRecordBuilder record() {
    GenericRecord address =
        new GenericData.Record(SCHEMA.getField("address").schema().getTypes().get(1));
    address.put("street", "MARKER");
    address.put("zip", "0\"1");
    Conversions.DecimalConversion decimals = new Conversions.DecimalConversion();
    Schema price = SCHEMA.getField("price").schema();
    Schema fee = SCHEMA.getField("fee").schema();
    return new GenericRecordBuilder(SCHEMA)
        .set("secret", List.of("MARKER", "MARKER"))
        .set("id", "é\n")
        .set("small", -7)
        .set("big", Long.MAX_VALUE)
        .set("f", 0.1f)
        .set("d", 1.0E23)
        .set(
            "price",
            decimals.toBytes(
                new BigDecimal("-1234567890123456789012345.10"), price, price.getLogicalType()))
        .set("fee", decimals.toFixed(new BigDecimal("0.500"), fee, fee.getLogicalType()))
        .set("ok", true)
        .set("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "B"))
        .set("day", -1)
        .set("at", -1L)
        .set("exactly", 1_772_352_019_000_001L)
        .set("uuid", new GenericData.Fixed(SCHEMA.getField("uuid").schema(), new byte[16]))
        .set("blob", ByteBuffer.wrap("MARKER".getBytes(StandardCharsets.UTF_8)))
        .set("address", address)
        .set("tags", List.of("a", "b"))
        .set("attributes", Map.of("colour", "red", "MARKER", "MARKER"))
        .set("both", "MARKER");
  }

  private Path write(CodecFactory codec, int syncInterval, List<GenericRecord> records)
      throws IOException {
    Path file = directory.resolve("in.avro");
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(SCHEMA))) {
      writer.setCodec(codec).setSyncInterval(syncInterval).create(SCHEMA, file.toFile());
      for (GenericRecord record : records) {
        writer.append(record);
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate", "snappy", "bzip2"})
  void everyType_becomesTheJsonOfTheProduct(String codec) throws IOException {
    GenericRecord nulls =
        record().set("secret", null).set("big", null).set("d", null).set("address", null).build();
    Path file = write(CodecFactory.fromString(codec), 100, List.of(record().build(), nulls));
    assertThat(texts(Reading.all(file, ASKED)))
        .containsExactly(
            "{\"id\":\"é\\u000a\",\"small\":-7,\"big\":9223372036854775807,\"f\":0.1,\"d\":1.0E23,"
                + "\"price\":-1234567890123456789012345.10,\"fee\":0.500,\"ok\":true,\"kind\":\"B\","
                + "\"day\":\"1969-12-31\",\"at\":\"1969-12-31T23:59:59.999Z\","
                + "\"exactly\":\"2026-03-01T08:00:19.000001Z\","
                + "\"uuid\":\"00000000-0000-0000-0000-000000000000\",\"address\":{\"zip\":\"0\\\"1\"},"
                + "\"tags\":[\"a\",\"b\"],\"attributes\":{\"colour\":\"red\"}}",
            "{\"id\":\"é\\u000a\",\"small\":-7,\"big\":null,\"f\":0.1,\"d\":null,"
                + "\"price\":-1234567890123456789012345.10,\"fee\":0.500,\"ok\":true,\"kind\":\"B\","
                + "\"day\":\"1969-12-31\",\"at\":\"1969-12-31T23:59:59.999Z\","
                + "\"exactly\":\"2026-03-01T08:00:19.000001Z\","
                + "\"uuid\":\"00000000-0000-0000-0000-000000000000\",\"address\":null,"
                + "\"tags\":[\"a\",\"b\"],\"attributes\":{\"colour\":\"red\"}}");
  }

  @Test
  void numbersThatJsonLacks_andDaysThatNobodyCanWrite_becomeStringsForDecodeToRefuse()
      throws IOException {
    GenericRecord odd =
        record()
            .set("f", Float.NaN)
            .set("d", Double.NEGATIVE_INFINITY)
            .set("day", Integer.MAX_VALUE)
            .set("at", Long.MIN_VALUE)
            .set("price", ByteBuffer.allocate(0))
            .build();
    Path file = write(CodecFactory.nullCodec(), 100, List.of(odd));
    assertThat(text(Reading.all(file, ASKED).get(0)))
        .contains("\"f\":\"NaN\"", "\"d\":\"-Infinity\"", "\"day\":\"\"", "\"at\":\"\"")
        .contains("\"price\":\"\"");
  }

  @Test
  void fieldsThatCannotBeGiven_areRefusedByName_allAtOnce() throws IOException {
    Path file = write(CodecFactory.nullCodec(), 100, List.of());
    Shape.Fields shape =
        shape(
            field("blob", LogicalType.STRING),
            field("both", LogicalType.STRING),
            field("at", LogicalType.DATE),
            field("tags", LogicalType.STRING),
            field("address", new Shape.Items(new Shape.Leaf(LogicalType.STRING, null))));
    assertThatThrownBy(() -> Reading.all(file, shape))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("blob: [input-schema] the product says string, the schema bytes")
        .hasMessageContaining("both: [input-schema] the schema's type is a union of several")
        .hasMessageContaining("at: [input-schema] the product says date")
        .hasMessageContaining("tags: [input-schema]")
        .hasMessageContaining("address: [input-schema] the product says array, the schema record");
  }

  @Test
  void cutOrDamagedFile_isRefusedOrCounted_neverShort() throws IOException {
    List<GenericRecord> records = Collections.nCopies(50, record().build());
    byte[] whole = Files.readAllBytes(write(CodecFactory.nullCodec(), 700, records));
    Path file = directory.resolve("damaged.avro");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      boolean cut = i % 4 == 0;
      int at = random.nextInt(whole.length);
      if (cut) {
        damaged = Arrays.copyOf(whole, at);
      } else {
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      try {
        List<SourceRecord> read = Reading.all(file, ASKED);
        assertThat(cut || read.size() == 50).isTrue();
      } catch (InputException located) {
        refused++;
        assertThat(located)
            .hasMessageContaining("damaged.avro:1:1")
            .message()
            .doesNotContain("MARKER");
      }
    }
    assertThat(refused).isBetween(400, 1999);
  }

  @Test
  void datumThatCannotBeRead_spoilsItsBlock_andEachIsCounted() throws IOException {
    List<GenericRecord> records = Collections.nCopies(20, record().build());
    Path file = write(CodecFactory.nullCodec(), 1000, records);
    byte[] bytes = Files.readAllBytes(file);
    int second = indexOf(bytes, "MARKER", indexOf(bytes, "MARKER", bytes.length / 2) + 6);
    bytes[second - 1] = 0x7f;
    Files.write(file, bytes);
    List<SourceRecord> read = Reading.all(file, ASKED);
    assertThat(read).hasSize(20);
    assertThat(Reading.lines(read)).isSorted().startsWith(1L).endsWith(20L);
    assertThat(read.stream().filter(Reading::unreadable).count()).isBetween(1L, 10L);
    assertThat(Reading.unreadable(read.get(19))).isFalse();
  }

  private static int indexOf(byte[] bytes, String word, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word, from);
  }

  @Test
  void otherFile_isRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("in.avro"), "{}");
    assertThatThrownBy(() -> Reading.all(file, ASKED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[input-corrupt]");
  }
}

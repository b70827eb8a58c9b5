package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.AvroToJson;
import dev.weir.operators.decode.avro.Varint;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated data through decode and treat: nothing is thrown, everything is counted, and
 * what leaves is, read with the library, exactly the output schema's fields with the values that
 * the library reads from the source. {@code -Dweir.fuzz.records=N} for more or fewer.
 */
class AvroFuzzTest {

  private static final int RECORDS_A_SCHEMA = 5_000;
  private static final long[] ODD_NUMBERS = {
    -1,
    0,
    1,
    63,
    64,
    -64,
    -65,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 33,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  @Test
  void aMillion() throws IOException {
    fuzz(Long.getLong("weir.fuzz.records", 1_000_000), 20_261_124);
  }

  @Test
  @Tag("soak")
  void tenMillion() throws IOException {
    fuzz(Long.getLong("weir.fuzz.records", 10_000_000), System.nanoTime());
  }

  private static void fuzz(long records, long seed) throws IOException {
    Map<Reason, Long> refused = new EnumMap<>(Reason.class);
    long released = 0;
    for (long done = 0; done < records; done += RECORDS_A_SCHEMA) {
      released += new OneSchema(new Random(seed + done)).run(refused, seed + done);
    }
    long counted = refused.values().stream().mapToLong(Long::longValue).sum();
    assertThat(released + counted)
        .isEqualTo((records + RECORDS_A_SCHEMA - 1) / RECORDS_A_SCHEMA * RECORDS_A_SCHEMA);
    assertThat(released).isGreaterThan(records / 20);
    assertThat(refused.keySet()).contains(Reason.MALFORMED, Reason.WRONG_TYPE);
    assertThat(refused.get(Reason.MALFORMED)).isGreaterThan(records / 20);
  }

  /** One schema and plan, and what is done to its data. */
  private static final class OneSchema {

    private final Random random;
    private final RandomSchemas.Drawn drawn;
    private final ReleasePlan release;
    private final AvroDecoder decoder;
    private final AvroTreater treater;

    /** Null where the records hold nothing, which a file may not. */
    private final @Nullable AvroToJson toJson;

    private final List<byte[]> good = new ArrayList<>();
    private final ByteOutput value = new ByteOutput(16);
    private final ByteOutput key = new ByteOutput(16);

    OneSchema(Random random) throws IOException {
      this.random = random;
      drawn = new RandomSchemas(random).record();
      release = Plans.release((Output.Fields) drawn.output(), null);
      Shape.Fields shape = (Shape.Fields) drawn.shape();
      ProductPlan plan = Plans.product(shape, release);
      AvroFormat format = new AvroFormat(drawn.schema(), null);
      decoder = new AvroDecoder(plan, format, 1 << 20, 64);
      treater = new AvroTreater(plan, release, format, null, NaiveWay::treatment);
      toJson = AvroToJson.compile(drawn.schema(), shape, 64, new ArrayList<>());
      RandomData data = new RandomData(random);
      for (int i = 0; i < 20; i++) {
        good.add(data.encoded(drawn.schema(), data.of(drawn.schema())));
      }
    }

    /** How many were released. */
    long run(Map<Reason, Long> refused, long seed) throws IOException {
      long released = 0;
      for (int i = 0; i < RECORDS_A_SCHEMA; i++) {
        byte[] source = datum();
        try {
          Reason reason = one(source);
          if (reason == null) {
            released++;
          } else {
            refused.merge(reason, 1L, Long::sum);
          }
        } catch (RuntimeException | IOException thrown) {
          throw new AssertionError(
              "seed " + seed + ", record " + i + ": " + hex(source) + " of " + drawn.schema(),
              thrown);
        }
      }
      return released;
    }

    private @Nullable Reason one(byte[] source) throws IOException {
      value.reset();
      if (toJson != null) {
        assertThat(toJson.convert(source, 0, source.length, value)).isBetween(-1, source.length);
      }
      Event event = decoder.decode(new SourceRecord(source, 0, 0, 0));
      value.reset();
      key.reset();
      Rejection rejection =
          event.rejection() != null ? event.rejection() : treater.treat(event, value, key);
      if (rejection != null) {
        return rejection.reason();
      }
      GenericRecord read =
          NaiveWay.read(value.toByteArray(), treater.outputSchema(), treater.outputSchema());
      GenericRecord expected =
          NaiveWay.project(
              NaiveWay.read(source, drawn.schema(), drawn.schema()),
              release.output(),
              drawn.schema(),
              treater.outputSchema());
      assertThat(GenericData.get().compare(read, expected, treater.outputSchema()))
          .as("%s of %s: %s, not %s", hex(source), drawn.schema(), read, expected)
          .isZero();
      return null;
    }

    private byte[] datum() {
      byte[] datum = good.get(random.nextInt(good.size())).clone();
      int times = random.nextInt(3);
      for (int i = 0; i < times; i++) {
        datum = mutated(datum);
      }
      return datum;
    }

    private byte[] mutated(byte[] datum) {
      int at = random.nextInt(datum.length + 1);
      byte[] other = good.get(random.nextInt(good.size()));
      return switch (random.nextInt(7)) {
        case 0 -> flipped(datum, at);
        case 1 -> Arrays.copyOf(datum, at);
        case 2 -> spliced(datum, at, noise(), at);
        case 3 -> spliced(datum, at, number(), Math.min(datum.length, at + 1));
        case 4 ->
            spliced(datum, at, new byte[0], Math.min(datum.length, at + 1 + random.nextInt(4)));
        case 5 -> spliced(datum, at, other, datum.length);
        default -> noise();
      };
    }

    private byte[] flipped(byte[] datum, int at) {
      if (at < datum.length) {
        datum[at] ^= (byte) (1 << random.nextInt(8));
      }
      return datum;
    }

    private byte[] noise() {
      byte[] noise = new byte[random.nextInt(30)];
      random.nextBytes(noise);
      return noise;
    }

    private byte[] number() {
      byte[] number = new byte[10];
      long odd = ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
      return Arrays.copyOf(number, Varint.write(odd, number, 0));
    }

    private static byte[] spliced(byte[] datum, int at, byte[] middle, int from) {
      byte[] all = Arrays.copyOf(datum, at + middle.length + datum.length - from);
      System.arraycopy(middle, 0, all, at, middle.length);
      System.arraycopy(datum, from, all, at + middle.length, datum.length - from);
      return all;
    }

    private static String hex(byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
  }
}

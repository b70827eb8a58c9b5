package dev.weir.bench.avro;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.avro.AvroTreater;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.Tokenizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record of {@link Orders}: decoded; decoded and treated; and treated the naive way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init") // set up before any measuring
public class AvroRecordBenchmark {

  private static final int RECORDS = 1024;

  private final Map<String, byte[]> bindings = new HashMap<>();
  private byte[][] data;
  private AvroDecoder decoder;
  private AvroTreater treater;
  private AvroTreater copying;
  private Schema output;
  private DeterministicAead tink;
  private final ByteOutput value = new ByteOutput(1024);
  private final ByteOutput key = new ByteOutput(256);
  private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(Orders.SCHEMA);
  private GenericDatumWriter<GenericRecord> writer;
  private BinaryDecoder binaryDecoder;
  private BinaryEncoder binaryEncoder;
  private int next;

  @Setup
  public void setUp() throws GeneralSecurityException {
    KeysetHandle handle = NewKeyset.of(KeyUse.DETERMINISTIC);
    PartnerKeys keys = PartnerKeys.of("acme", Map.of(KeyUse.DETERMINISTIC, handle));
    tink = handle.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    ReleasePlan release = Orders.release();
    AvroFormat format = new AvroFormat(Orders.SCHEMA, null);
    decoder = new AvroDecoder(Orders.product(), format, 1 << 20, 64);
    treater =
        new AvroTreater(Orders.product(), release, format, null, leaf -> treatment(leaf, keys));
    copying =
        new AvroTreater(
            Orders.product(),
            release,
            format,
            null,
            leaf ->
                (value, from, to, subject, out) -> {
                  out.write(value, from, to);
                  return null;
                });
    output = ReleaseAvroSchema.of(release, Orders.SCHEMA);
    writer = new GenericDatumWriter<>(output);
    data = Orders.data(RECORDS);
    for (String field : Orders.TOKENS) {
      TokenBinding bound = new TokenBinding("deterministic", "agreement:a", "orders/" + field);
      bindings.put(field, bound.encoded());
    }
  }

  private static TextTreatment treatment(Output.Leaf leaf, PartnerKeys keys) {
    if (leaf.step() instanceof Step.Tokenize step) {
      Step.TokenContext context = step.context();
      TokenBinding binding = new TokenBinding(context.scheme(), context.scope(), context.domain());
      Tokenizer tokenizer = keys.tokenizer(binding, 0);
      return (value, from, to, subject, out) -> {
        byte[] room = out.room(tokenizer.maxTokenLength(to - from)).array();
        out.advanceTo(tokenizer.tokenize(value, from, to, room, out.length()));
        return null;
      };
    }
    int length = ((Step.Truncate) leaf.step()).length();
    return (value, from, to, subject, out) -> {
      out.write(value, from, Math.min(to, from + length));
      return null;
    };
  }

  private byte[] source() {
    next = (next + 1) % RECORDS;
    return data[next];
  }

  @Benchmark
  public Event decode() {
    return decoder.decode(new SourceRecord(source(), 0, 0, 0));
  }

  /** With treatments that only copy: what walking and writing cost without any cipher. */
  @Benchmark
  public ByteOutput decodeAndCopy() {
    return treated(copying);
  }

  @Benchmark
  public ByteOutput decodeAndTreat() {
    return treated(treater);
  }

  private ByteOutput treated(AvroTreater by) {
    value.reset();
    key.reset();
    if (by.treat(decoder.decode(new SourceRecord(source(), 0, 0, 0)), value, key) != null) {
      throw new IllegalStateException();
    }
    return value;
  }

  @Benchmark
  public byte[] naive() throws IOException, GeneralSecurityException {
    binaryDecoder = DecoderFactory.get().binaryDecoder(source(), binaryDecoder);
    GenericRecord order = reader.read(null, binaryDecoder);
    GenericRecord out = new GenericData.Record(output);
    for (Schema.Field field : output.getFields()) {
      Object read = order.get(field.name());
      out.put(field.pos(), Orders.KEPT.contains(field.name()) ? read : changed(field.name(), read));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(400);
    binaryEncoder = EncoderFactory.get().binaryEncoder(bytes, binaryEncoder);
    writer.write(out, binaryEncoder);
    binaryEncoder.flush();
    return bytes.toByteArray();
  }

  private String changed(String field, Object read) throws GeneralSecurityException {
    String text = read.toString();
    if (!Orders.TOKENS.contains(field)) {
      return text.substring(0, field.equals("zip") ? 2 : 4);
    }
    byte[] token =
        tink.encryptDeterministically(
            text.getBytes(StandardCharsets.UTF_8), Objects.requireNonNull(bindings.get(field)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}

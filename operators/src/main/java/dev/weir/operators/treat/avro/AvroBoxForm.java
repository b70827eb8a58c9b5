package dev.weir.operators.treat.avro;

import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.BoxForm;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.privacy.generalize.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** What depends on the crowd, as data of the types that a release's schema has for it. */
public final class AvroBoxForm implements BoxForm {

  private final List<Schema> types = new ArrayList<>();

  /**
   * @param reader schema that records are read as
   */
  public AvroBoxForm(ReleasePlan release, Schema reader) {
    add(release.output(), ReleaseAvroSchema.of(release, reader));
  }

  /** In the order of the quasi-identifiers, which is that of the leaves. */
  private void add(Output output, Schema type) {
    if (output instanceof Output.Fields object) {
      List<Schema.Field> fields = Unions.nonNull(type).getFields();
      for (int field = 0; field < fields.size(); field++) {
        add(object.fields().get(field).output(), fields.get(field).schema());
      }
    } else if (output instanceof Output.Items items) {
      add(items.item(), Unions.nonNull(type).getElementType());
    } else if (output instanceof Output.Leaf leaf && leaf.step() instanceof Step.Generalize) {
      types.add(type);
    }
  }

  @Override
  public byte[] value(int quasiIdentifier, List<Shown> shown) {
    Schema type = types.get(quasiIdentifier);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<@Nullable Object>(type).write(datum(shown, type), encoder);
      encoder.flush();
    } catch (IOException never) {
      throw new UncheckedIOException("an array takes all bytes", never);
    }
    return out.toByteArray();
  }

  @Override
  public byte[] token(String token) {
    ByteOutput out = new ByteOutput(64);
    byte[] text = token.getBytes(StandardCharsets.US_ASCII);
    Numbers.prefixed(text, 0, text.length, out);
    return out.toByteArray();
  }

  private static @Nullable Object datum(List<Shown> shown, Schema type) {
    if (shown.size() == 1) {
      return datum(shown.get(0), type);
    } else if (shown.get(0) instanceof Shown.Missing) {
      return null;
    }
    Schema place = record(type);
    GenericData.Record datum = new GenericData.Record(place);
    datum.put("lat", datum(shown.get(0), place.getField("lat").schema()));
    datum.put("lon", datum(shown.get(1), place.getField("lon").schema()));
    return datum;
  }

  private static @Nullable Object datum(Shown shown, Schema type) {
    if (shown instanceof Shown.Text text) {
      return text.text();
    } else if (shown instanceof Shown.Integers run) {
      return run.from() == run.to() ? (Object) run.from() : ends(type, run.from(), run.to());
    } else if (shown instanceof Shown.Dates run) {
      String from = run.from().toString();
      return run.from().equals(run.to()) ? from : ends(type, from, run.to().toString());
    } else if (shown instanceof Shown.Numbers run) {
      return ends(type, run.from().doubleValue(), run.to().doubleValue());
    } else if (shown instanceof Shown.Instants run) {
      return ends(type, run.from().toString(), run.to().toString());
    }
    return null;
  }

  private static Object ends(Schema type, Object from, Object to) {
    GenericData.Record ends = new GenericData.Record(record(type));
    ends.put("from", from);
    ends.put("to", to);
    return ends;
  }

  /** Among the types of a union there is one. */
  private static Schema record(Schema type) {
    return type.getType() != Schema.Type.UNION
        ? type
        : type.getTypes().stream()
            .filter(branch -> branch.getType() == Schema.Type.RECORD)
            .findFirst()
            .orElseThrow();
  }
}

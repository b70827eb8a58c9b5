package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.RecentById;
import dev.weir.operators.decode.avro.WriterProgram;
import dev.weir.operators.decode.avro.WriterPrograms;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.registry.WireFormat;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes one release of Avro events as data of its output schema. A release is compiled once for
 * each writer's schema; what is kept and encoded alike is copied.
 */
public final class AvroTreater implements Treater {

  private record Compiled(WriterProgram program, Write.Fields write) {}

  private final ReleasePlan release;
  private final Schema output;
  private final byte[] header;
  private final Layout layout;
  private final WriterPrograms programs;
  private final ReleaseCompiler compiler;
  private final Layout.@Nullable Leaf subject;
  private final RecentById<Compiled> kept = new RecentById<>();
  private final ByteOutput subjectText = new ByteOutput(64);
  private final Work work = new Work();

  /**
   * @param format the decoder's
   * @param outputId of the output schema, under the registry's subject for the release's topic;
   *     null: data without a header
   * @param treatments of every leaf of the release that is neither kept nor redacted
   * @throws IllegalArgumentException if a constant of {@code redact} is not of its field's type
   */
  public AvroTreater(
      ProductPlan plan,
      ReleasePlan release,
      AvroFormat format,
      @Nullable Integer outputId,
      Function<Output.Leaf, TextTreatment> treatments) {
    this(plan, release, format, outputId, treatments, null);
  }

  /**
   * @param cohort null: the release is none of cohorts
   */
  AvroTreater(
      ProductPlan plan,
      ReleasePlan release,
      AvroFormat format,
      @Nullable Integer outputId,
      Function<Output.Leaf, TextTreatment> treatments,
      @Nullable CohortWrites cohort) {
    this.release = release;
    output = ReleaseAvroSchema.of(release, format.reader());
    header = outputId == null ? new byte[0] : WireFormat.header(outputId);
    layout = Layout.of(plan.record());
    programs = format.programs(layout);
    Map<Output.Leaf, TextTreatment> made = new IdentityHashMap<>();
    compiler =
        new ReleaseCompiler(
            leaf -> made.computeIfAbsent(leaf, treatments), release.keyField(), cohort);
    FieldPath path = plan.subject();
    subject = path == null || !release.shifts() ? null : layout.leaf(path); // nobody else asks
    AvroFormat.compiled(layout, format.reader()).ifPresent(this::compiled);
  }

  /** The schema of what is written, without the header. */
  public Schema outputSchema() {
    return output;
  }

  @Override
  public @Nullable Rejection treat(Event event, ByteOutput value, ByteOutput key) {
    byte[] source = event.source().value();
    if (source == null || event.rejection() != null) {
      return Rejection.of(Reason.MALFORMED); // nobody asks; if so, nothing leaves
    }
    Compiled compiled = of(event.spans()[Layout.WRITER]);
    if (compiled == null) {
      return Rejection.of(Reason.SCHEMA);
    }
    work.begin(source, value, key);
    setSubject(compiled.program(), source, event.spans());
    value.write(header);
    return compiled.write().write(work, event.spans());
  }

  private void setSubject(WriterProgram program, byte[] source, int[] spans) {
    work.subject.clear();
    if (subject != null) {
      AvroSubjectReader.set(program, source, spans, subject, subjectText, work.subject);
    }
  }

  private @Nullable Compiled of(int id) {
    Compiled known = kept.get(id);
    if (known == null) {
      known = programs.program(id).map(this::compiled).orElse(null);
      if (known != null) {
        kept.put(id, known);
      }
    }
    return known;
  }

  private Compiled compiled(WriterProgram program) {
    Layout.Fields root = (Layout.Fields) layout.root();
    return new Compiled(program, compiler.record(release.output(), output, root, program));
  }
}

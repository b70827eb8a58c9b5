package dev.weir.operators.format;

import dev.weir.config.FieldPath;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.cohort.BoxForm;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.registry.WireFormat;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.operators.treat.avro.AvroBoxForm;
import dev.weir.operators.treat.avro.AvroCells;
import dev.weir.operators.treat.avro.AvroCohortTreater;
import dev.weir.operators.treat.avro.AvroSubjectReader;
import dev.weir.operators.treat.avro.AvroTreater;
import dev.weir.operators.treat.avro.AvroValueTexts;
import dev.weir.operators.treat.json.JsonCells;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Avro: bare data of one schema ({@code avro}), or Confluent's wire format with the writers'
 * schemas in a registry ({@code confluent-avro}).
 *
 * @param readerSchema that records are read as, JSON
 * @param registry null: every value is a bare datum of that schema
 * @param outputIds of the releases' schemas in the registry, by topic; not asked without one
 */
public record AvroRecordFormat(
    String readerSchema,
    @Nullable RegistrySource registry,
    Map<String, Integer> outputIds,
    RecordLimits limits)
    implements RecordFormat {

  public AvroRecordFormat {
    outputIds = new HashMap<>(outputIds);
  }

  /** Bare data of one schema. */
  public static AvroRecordFormat bare(String schema, RecordLimits limits) {
    return new AvroRecordFormat(schema, null, Map.of(), limits);
  }

  @Override
  public Decoder decoder(ProductPlan product) {
    return new AvroDecoder(product, format(), limits.recordBytes(), limits.depth());
  }

  @Override
  public SubjectReader subjects(ProductPlan product) {
    return new AvroSubjectReader(product, format());
  }

  @Override
  public CellCounter cells(ReleasePlan release) {
    if (release.statistics() != null) {
      return new JsonCells(); // their rows are JSON, whatever they were made of
    }
    Schema reader = AvroFormat.of(readerSchema, null).reader();
    return new AvroCells(
        ReleaseAvroSchema.of(release, reader), registry == null ? 0 : WireFormat.HEADER);
  }

  @Override
  public ValueTexts values(ProductPlan product, List<FieldPath> leaves) {
    return new AvroValueTexts(product, format(), leaves);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if there is a registry, and the release's schema has no id in it
   */
  @Override
  public Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    return new AvroTreater(product, release, format(), outputId(release), TextTreatments.of(keys));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException as {@link #treater}
   */
  @Override
  public CohortTreater cohortTreater(
      ProductPlan product,
      ReleasePlan release,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    return new AvroCohortTreater(product, release, format(), outputId(release), space, draft, keys);
  }

  @Override
  public BoxForm boxForm(ReleasePlan release) {
    return new AvroBoxForm(release, new Schema.Parser().parse(readerSchema));
  }

  private @Nullable Integer outputId(ReleasePlan release) {
    Integer id = outputIds.get(release.topic());
    if (registry != null && id == null) {
      throw new IllegalStateException("the schema of " + release.topic() + " is not registered");
    }
    return registry == null ? null : id;
  }

  /** Without the schema, whose texts and names are the source's. */
  @Override
  public String toString() {
    return "AvroRecordFormat["
        + (registry == null ? "avro" : "confluent-avro")
        + ", "
        + limits
        + "]";
  }

  private AvroFormat format() {
    return AvroFormat.of(readerSchema, registry == null ? null : registry.open());
  }
}

package dev.weir.operators.format;

import dev.weir.operators.cohort.BoxForm;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.json.DebeziumDecoder;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.operators.treat.json.JsonBoxForm;
import dev.weir.operators.treat.json.JsonCells;
import dev.weir.operators.treat.json.JsonCohortTreater;
import dev.weir.operators.treat.json.JsonSubjectReader;
import dev.weir.operators.treat.json.JsonTreater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;

/** Debezium's change events as JSON ({@code debezium-json}); what leaves is the row, as JSON. */
public record DebeziumJsonRecordFormat(RecordLimits limits) implements RecordFormat {

  @Override
  public Decoder decoder(ProductPlan product) {
    return DebeziumDecoder.compile(product, limits.recordBytes(), limits.depth());
  }

  @Override
  public SubjectReader subjects(ProductPlan product) {
    return new JsonSubjectReader(product);
  }

  @Override
  public CellCounter cells(ReleasePlan release) {
    return new JsonCells();
  }

  @Override
  public Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    return JsonTreater.compile(release, product, keys);
  }

  @Override
  public CohortTreater cohortTreater(
      ProductPlan product,
      ReleasePlan release,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    return JsonCohortTreater.compile(release, product, space, draft, keys);
  }

  @Override
  public BoxForm boxForm() {
    return new JsonBoxForm();
  }
}

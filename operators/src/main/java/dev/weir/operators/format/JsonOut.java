package dev.weir.operators.format;

import dev.weir.config.FieldPath;
import dev.weir.operators.cohort.BoxForm;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.operators.treat.json.JsonBoxForm;
import dev.weir.operators.treat.json.JsonCells;
import dev.weir.operators.treat.json.JsonCohortTreater;
import dev.weir.operators.treat.json.JsonSubjectReader;
import dev.weir.operators.treat.json.JsonTreater;
import dev.weir.operators.treat.json.JsonValueTexts;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.List;

/** A format whose decoder finds JSON in JSON: what leaves is the same, however it is wrapped. */
sealed interface JsonOut extends RecordFormat permits JsonRecordFormat, DebeziumJsonRecordFormat {

  @Override
  default SubjectReader subjects(ProductPlan product) {
    return new JsonSubjectReader(product);
  }

  @Override
  default CellCounter cells(ReleasePlan release) {
    return new JsonCells();
  }

  @Override
  default ValueTexts values(ProductPlan product, List<FieldPath> leaves) {
    return new JsonValueTexts(product, leaves);
  }

  @Override
  default Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    return JsonTreater.compile(release, product, keys);
  }

  @Override
  default CohortTreater cohortTreater(
      ProductPlan product,
      ReleasePlan release,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    return JsonCohortTreater.compile(release, product, space, draft, keys);
  }

  @Override
  default BoxForm boxForm(ReleasePlan release) {
    return new JsonBoxForm();
  }
}

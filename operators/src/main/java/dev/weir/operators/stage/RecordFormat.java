package dev.weir.operators.stage;

import dev.weir.config.FieldPath;
import dev.weir.operators.cohort.BoxForm;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.io.Serializable;
import java.util.List;

/**
 * How a product's records are read and written. It travels with the job graph and is opened on the
 * machines that run it; what it opens is closed with the stage if it is {@link AutoCloseable}.
 */
public interface RecordFormat extends Serializable {

  /** A decoder for one subtask. */
  Decoder decoder(ProductPlan product);

  /** What reads the subjects of the events of this format's decoder, for one subtask. */
  SubjectReader subjects(ProductPlan product);

  /** What counts the cells of a release's records as they leave, for one subtask. */
  CellCounter cells(ReleasePlan release);

  /**
   * What reads values of the events of this format's decoder, for one subtask.
   *
   * @param leaves of the product's record that the plan reads, in no array
   * @throws IllegalArgumentException if the format has no such reader
   */
  default ValueTexts values(ProductPlan product, List<FieldPath> leaves) {
    throw new IllegalArgumentException("this format has no releases of statistics");
  }

  /**
   * A treater of one release for one subtask, that reads what this format's decoder of the same
   * product finds.
   *
   * @param keys holds every key that the release needs
   */
  Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys);

  /**
   * The same of a release of cohorts.
   *
   * @param draft of that space, which it writes into
   * @throws IllegalArgumentException if the format has no such releases
   */
  default CohortTreater cohortTreater(
      ProductPlan product,
      ReleasePlan release,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    throw new IllegalArgumentException("this format has no releases of cohorts");
  }

  /** What completes the rows of such a release, for one subtask. */
  default BoxForm boxForm(ReleasePlan release) {
    throw new IllegalArgumentException("this format has no releases of cohorts");
  }
}

package dev.weir.operators.treat.json;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes one release of cohorts of JSON events as JSON, one object on one line. */
public final class JsonCohortTreater implements CohortTreater {

  private final WriteFields record;
  private final JsonPoint point;
  private final JsonLayout.@Nullable Leaf subject;
  private final CohortDraft draft;
  private final Work work = new Work();
  private final ByteOutput noKey = new ByteOutput(0);

  private JsonCohortTreater(
      WriteFields record, JsonPoint point, JsonLayout.@Nullable Leaf subject, CohortDraft draft) {
    this.record = record;
    this.point = point;
    this.subject = subject;
    this.draft = draft;
  }

  /**
   * A treater for one thread, of events that a decoder of the same product has decoded.
   *
   * @param draft of that space
   * @throws IllegalArgumentException if the release does not fit the product
   * @throws dev.weir.tokenization.KeyException if a key is missing
   */
  public static JsonCohortTreater compile(
      ReleasePlan release,
      ProductPlan product,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    CohortPlan cohort = Objects.requireNonNull(release.cohort());
    JsonLayout layout = JsonLayout.of(product.record());
    CohortWrites writes = new CohortWrites(cohort, space, draft, keys);
    WriteFields record =
        new ReleaseCompiler(TextTreatments.of(keys), release.keyField(), writes)
            .fields(release.output(), (JsonLayout.Fields) layout.root());
    return new JsonCohortTreater(
        record, new JsonPoint(space, layout), JsonTreater.subject(release, product, layout), draft);
  }

  @Override
  public @Nullable Rejection treat(Event event) {
    byte[] source = event.source().value();
    if (source == null || event.rejection() != null) {
      return Rejection.of(Reason.MALFORMED); // nobody asks; if so, nothing leaves
    }
    work.begin(source, event.spans(), draft.value(), noKey);
    if (subject != null) {
      work.setSubject(subject);
    }
    Rejection refused = point.read(work, draft.point());
    return refused == null ? record.write(work, 0) : refused;
  }
}

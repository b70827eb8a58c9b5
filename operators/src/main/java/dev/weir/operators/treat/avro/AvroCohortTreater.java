package dev.weir.operators.treat.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes one release of cohorts of Avro events as data of its output schema. */
public final class AvroCohortTreater implements CohortTreater {

  private final AvroTreater record;
  private final AvroPoint point;
  private final CohortDraft draft;
  private final ByteOutput noKey = new ByteOutput(0);

  /**
   * @param draft of that space
   * @param outputId as for {@link AvroTreater}
   */
  public AvroCohortTreater(
      ProductPlan product,
      ReleasePlan release,
      AvroFormat format,
      @Nullable Integer outputId,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    this.draft = draft;
    CohortWrites writes =
        new CohortWrites(Objects.requireNonNull(release.cohort()), space, draft, keys);
    record = new AvroTreater(product, release, format, outputId, TextTreatments.of(keys), writes);
    point = new AvroPoint(space, Layout.of(product.record()), format);
  }

  @Override
  public @Nullable Rejection treat(Event event) {
    byte[] source = event.source().value();
    if (source == null || event.rejection() != null) {
      return Rejection.of(Reason.MALFORMED); // nobody asks; if so, nothing leaves
    }
    Rejection refused = point.read(event, source, draft.point());
    return refused == null ? record.treat(event, draft.value(), noKey) : refused;
  }
}

package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one release of cohorts: whose they are, where they lie, and all of them that
 * does not depend on a crowd. Confined to one thread.
 */
public final class CohortRows implements AutoCloseable {

  private final ProductPlan product;
  private final ReleasePlan release;
  private final RecordFormat format;
  private final SubjectReader subjects;
  private final ValueNamer namer;
  private final CohortSpace space;
  private final CohortDraft draft;
  private final long filling;
  private final List<Integer> regions;

  @SuppressWarnings("NullAway.Init") // set before the first event
  private CohortTreater treater;

  /**
   * @param release of cohorts
   * @param namer names the product's subjects, for this thread
   */
  public CohortRows(
      ProductPlan product, ReleasePlan release, RecordFormat format, ValueNamer namer) {
    CohortPlan cohort = Objects.requireNonNull(release.cohort());
    this.product = product;
    this.release = release;
    this.format = format;
    this.subjects = format.subjects(product);
    this.namer = namer;
    this.space = CohortSpace.of(release);
    this.draft = new CohortDraft(space.space().size(), cohort.sensitive().size());
    this.filling = space.longestFilling();
    this.regions = CohortRegions.keys(release, space.regions().count());
  }

  /** What is written from now on, is with these; to be called before the first event. */
  public void treatWith(KeyProvider keys) {
    close(treater);
    treater = format.cohortTreater(product, release, space, draft, new PartnerTokenKeys(keys));
  }

  /**
   * Writes the row of an event.
   *
   * @return why it has none; null: {@link #row} gives it
   */
  public @Nullable Rejection write(Event event) {
    Slice person = subjects.read(event);
    if (person.isEmpty()) {
      return new Rejection(Reason.NO_SUBJECT, product.subject());
    }
    namer.name(person.array(), person.from(), person.to());
    draft.begin();
    return treater.treat(event);
  }

  /** What the row takes at the most, key and value, once it is completed. */
  long longest() {
    return draft.longest(filling);
  }

  /**
   * The row that was written last.
   *
   * @param eventTime ms since the epoch
   * @param partition of the source, and {@code offset} there: what it is told apart by
   */
  public CohortRow row(long eventTime, int partition, long offset) {
    Codes point = draft.pointCodes();
    return CohortRow.of(
        regions.get(space.regions().region(point)),
        new Subject(namer.high(), namer.low()),
        point,
        draft.sensitiveCodes(),
        draft.body(eventTime, partition, offset));
  }

  private static void close(@Nullable Object part) {
    if (part instanceof AutoCloseable closeable) {
      IOUtils.closeQuietly(closeable);
    }
  }

  @Override
  public void close() {
    close(treater);
    close(subjects);
  }
}

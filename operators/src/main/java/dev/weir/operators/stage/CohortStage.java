package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Subject;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * One release of cohorts in one subtask of treat: judges, writes what does not depend on a crowd,
 * and sends the row to its region. What becomes of it there is counted there.
 */
final class CohortStage implements JudgedRelease {

  private final ProductPlan product;
  private final ReleasePlan plan;
  private final RecordFormat format;
  private final ReleaseJudge judge;
  private final ReleaseCounts counts;
  private final CohortSpace space;
  private final CohortDraft draft;
  private final SubjectReader subjects;
  private final ValueNamer namer;
  private final int region;
  private final int maxBytes;
  private String versions = "";

  @SuppressWarnings("NullAway.Init") // set before the first event
  private CohortTreater treater;

  /**
   * @param namer names the product's subjects, for this thread
   * @param maxBytes of a row as it leaves
   */
  CohortStage(
      ProductPlan product,
      ReleasePlan plan,
      RecordFormat format,
      ReleaseCounts counts,
      ValueNamer namer,
      int maxBytes) {
    this.product = product;
    this.plan = plan;
    this.format = format;
    this.judge = ReleaseJudge.compile(product, plan);
    this.counts = counts;
    this.space = CohortSpace.of(plan);
    CohortPlan cohort = Objects.requireNonNull(plan.cohort());
    this.draft = new CohortDraft(space.space().size(), cohort.sensitive().size());
    this.subjects = format.subjects(product);
    this.namer = namer;
    this.region = CohortRegions.only(plan);
    this.maxBytes = maxBytes - ReleaseStage.HEADERS;
  }

  @Override
  public ReleasePlan plan() {
    return plan;
  }

  @Override
  public boolean treatsWith(String now) {
    return versions.equals(now);
  }

  /**
   * @param now of the keys
   */
  void treatWith(String now, KeyProvider keys) {
    closeTreater();
    versions = now;
    treater = format.cohortTreater(product, plan, space, draft, new PartnerTokenKeys(keys));
  }

  @Override
  public void refused(Rejection rejection) {
    counts.refused(rejection.reason());
  }

  @Override
  public @Nullable Rejection apply(Event event, long now, Outlet out) {
    Reason withheld = judge.judge(event, now);
    if (withheld != null) {
      counts.refused(withheld);
      return null;
    }
    Rejection rejection = gather(event, out);
    if (rejection != null) {
      counts.refused(rejection.reason());
    }
    return rejection;
  }

  private @Nullable Rejection gather(Event event, Outlet out) {
    Slice person = subjects.read(event);
    if (person.isEmpty()) {
      return new Rejection(Reason.NO_SUBJECT, product.subject());
    }
    namer.name(person.array(), person.from(), person.to());
    Subject subject = new Subject(namer.high(), namer.low());
    draft.begin();
    Rejection rejection = treated(event);
    if (rejection == null && draft.longest() > maxBytes) {
      rejection = Rejection.of(Reason.TOO_LARGE);
    }
    if (rejection == null) {
      out.gather(plan, row(subject, event.source()));
    }
    return rejection;
  }

  private CohortRow row(Subject subject, SourceRecord source) {
    return CohortRow.of(
        region,
        subject,
        draft.pointCodes(),
        draft.sensitiveCodes(),
        draft.body(source.partition(), source.offset()));
  }

  private @Nullable Rejection treated(Event event) {
    try {
      return treater.treat(event);
    } catch (UncheckedIOException fromOutside) {
      throw fromOutside; // what is away comes back: worth a restart
    } catch (RuntimeException unexpected) {
      String where = "treating " + event.source() + " for " + plan.agreement();
      throw JobStoppedException.defect(where + "/" + plan.release(), unexpected);
    }
  }

  /** Tells every region that a subject is to be forgotten. */
  void forget(ValueName gone, Outlet out) {
    Subject subject = new Subject(gone.high(), gone.low());
    out.gather(plan, CohortRow.forgetting(region, subject));
  }

  private void closeTreater() {
    if (treater instanceof AutoCloseable closeable) {
      IOUtils.closeQuietly(closeable);
    }
  }

  @Override
  public void close() throws Exception {
    closeTreater();
    if (subjects instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}

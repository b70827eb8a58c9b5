package dev.weir.operators.stage;

import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.meter.InternalMeter;
import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.metrics.Lag;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.SubjectAtHand;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.SubjectKeyring;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** All releases of a product in one subtask, its dead letters, and the watch over their share. */
final class ProductStage implements AutoCloseable {

  private final ProductPlan product;
  private final RecordFormat format;
  private final WallClock clock;
  private final DeadLetters deadLetters;
  private final DeadLetterShare share;
  private final Lag lag;
  private final @Nullable SubjectKeyRecords subjectKeys;
  private final SubjectAtHand subject = new SubjectAtHand();
  private final List<JudgedRelease> releases = new ArrayList<>();
  private final @Nullable InternalMeters meters;
  private final @Nullable EventSubjects people;

  private ProductStage(
      ProductPlan product,
      RecordFormat format,
      TreatSettings settings,
      OwnKeys own,
      RuntimeContext context) {
    this.subjectKeys = own.keyRecords();
    this.product = product;
    this.format = format;
    this.clock = settings.clock();
    this.deadLetters = new DeadLetters(product, settings);
    this.share = new DeadLetterShare(settings.deadLetters().maxShare());
    this.lag = Lag.register(context, product);
    this.meters =
        settings.meter() == null
            ? null
            : new InternalMeters(settings.meter(), product, format.subjects(product));
    this.people =
        settings.commanded() && product.waits() && !product.erases()
            ? new EventSubjects(product, format, own.subjects().get())
            : null;
  }

  /**
   * The owner's own keys.
   *
   * @param keyRecords tells him the keys of subjects; null: no token depends on one
   * @param subjects names people, if asked
   */
  record OwnKeys(@Nullable SubjectKeyRecords keyRecords, Supplier<SubjectKeyring> subjects) {}

  /** Compiles every release. */
  static ProductStage open(
      ProductPlan product,
      RecordFormat format,
      TreatSettings settings,
      ReleaseKeys keys,
      OwnKeys own,
      RuntimeContext context) {
    ProductStage stage = new ProductStage(product, format, settings, own, context);
    for (ReleasePlan release : product.releases()) {
      JudgedRelease compiled = stage.compiled(release, settings.maxRecordBytes(), own, context);
      stage.releases.add(compiled);
      stage.treat(compiled, keys.of(release));
    }
    return stage;
  }

  private JudgedRelease compiled(
      ReleasePlan release, int maxBytes, OwnKeys own, RuntimeContext context) {
    ReleaseCounts counts = ReleaseCounts.register(context, release);
    ReleaseJudge judge = ReleaseJudge.compile(product, release);
    if (release.statistics() != null) {
      return new StatisticsStage(
          release, judge, counts, new StatisticsReader(product, release, format));
    }
    if (release.cohort() == null) {
      return new ReleaseStage(
          release, judge, counts, metered(release, counts), this::whose, maxBytes);
    }
    ValueNamer namer = own.subjects().get().namer(product.product());
    CohortRows rows = new CohortRows(product, release, format, namer);
    return new CohortStage(release, judge, counts, rows, maxBytes);
  }

  /** {@link Origin#NOBODY}: nobody's; null: nobody can be purged, so nobody is named. */
  private @Nullable ValueName whose(Event event) {
    Subject keyed = event.subject();
    if (keyed != null) {
      return keyed.name();
    }
    if (product.subject() == null || product.erases()) {
      return Origin.NOBODY;
    }
    if (people == null) {
      return null;
    }
    ValueName named = people.name(event);
    return named == null ? Origin.NOBODY : named;
  }

  private @Nullable InternalMeter metered(ReleasePlan release, ReleaseCounts counts) {
    return meters == null ? null : meters.of(release, counts);
  }

  /** Goes on with other keys: releases whose keys are the same stay as they are. */
  void rekey(ReleaseKeys keys) throws Exception {
    for (JudgedRelease release : releases) {
      KeyProvider now = keys.of(release.plan());
      if (!release.treatsWith(ActiveKeys.versions(release.plan(), now))) {
        treat(release, now);
      }
    }
  }

  private void treat(JudgedRelease release, KeyProvider keys) {
    if (release instanceof CohortStage cohort) {
      cohort.treatWith(ActiveKeys.versions(cohort.plan(), keys), keys);
    } else if (release instanceof ReleaseStage records) {
      treat(records, keys);
    }
  }

  private void treat(ReleaseStage stage, KeyProvider keys) {
    ReleasePlan release = stage.plan();
    TokenKeys tokens = PartnerTokenKeys.remembering(keys, stage.holes(), subject);
    stage.treatWith(
        new ReleaseStage.Treatment(
            ActiveKeys.versions(release, keys),
            format.treater(product, release, tokens),
            new Departure(release, KeyVersion.of(release, keys))));
  }

  void process(Event event, Outlet out) {
    long now = clock.millis();
    if (meters != null) {
      meters.at(now);
    }
    Subject named = event.subject();
    if (named != null && named.isForgotten()) {
      forget(named, out, now);
      return;
    }
    whose(named, now, out);
    Rejection decode = event.rejection();
    Rejection first = decode == null ? release(event, now, out) : reject(event, decode, now, out);
    lag.left(event.source().timestamp(), now);
    share.add(first);
  }

  /** Tells the owner what was counted since it was last asked. */
  void tell(String part, Consumer<OutputRecord> out) {
    if (meters != null) {
      meters.tell(part, out);
    }
  }

  /** A key that was drawn for this event leaves for its owner with what was made under it. */
  private void whose(@Nullable Subject named, long now, Outlet out) {
    subject.set(named);
    if (subjectKeys != null && named != null && named.fresh()) {
      out.leave(subjectKeys.of(named, now), List.of());
    }
  }

  private void forget(Subject gone, Outlet out, long now) {
    if (subjectKeys != null) {
      out.leave(subjectKeys.tombstone(gone.name(), now), List.of());
    }
    for (JudgedRelease release : releases) {
      if (release instanceof CohortStage cohort) {
        cohort.forget(gone.name(), out);
      }
      if (release.plan().waits()) {
        out.leave(Restrained.forgetting(release.plan(), gone.name()), List.of());
      }
    }
  }

  /** One dead letter stands for all releases; each counts it. */
  private Rejection reject(Event event, Rejection rejection, long now, Outlet out) {
    releases.forEach(release -> release.refused(rejection));
    out.leave(deadLetters.ofDecode(event.source(), rejection, now), List.of());
    return rejection;
  }

  private @Nullable Rejection release(Event event, long now, Outlet out) {
    Rejection first = null;
    for (JudgedRelease release : releases) {
      Rejection rejection = release.apply(event, now, out);
      if (rejection != null) {
        out.leave(deadLetters.ofTreat(event.source(), rejection, release.plan(), now), List.of());
        first = first == null ? rejection : first;
      }
    }
    return first;
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(releases);
    IOUtils.closeQuietly(people);
  }
}

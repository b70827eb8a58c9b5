package dev.weir.operators.judge;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.Reason;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges events by what an agreement says of status, period and jurisdictions. Immutable. */
public final class ReleaseJudge {

  private static final String ACTIVE = "active";

  private final boolean active;
  private final long from;
  private final long to;
  private final @Nullable BitSet allowed;

  private ReleaseJudge(ReleasePlan release, @Nullable BitSet allowed) {
    this.active = release.status().equals(ACTIVE);
    this.from = Instant.parse(release.from()).toEpochMilli();
    this.to = Instant.parse(release.to()).toEpochMilli();
    this.allowed = allowed;
  }

  /** The judge of one of the product's releases. */
  public static ReleaseJudge compile(ProductPlan product, ReleasePlan release) {
    List<String> agreed = release.jurisdictions();
    if (agreed == null) {
      return new ReleaseJudge(release, null);
    }
    BitSet allowed = new BitSet();
    List<String> all = Jurisdictions.named(product);
    agreed.forEach(jurisdiction -> allowed.set(all.indexOf(jurisdiction)));
    return new ReleaseJudge(release, allowed);
  }

  /**
   * Why the event may not leave; null if it may.
   *
   * @param now the clock, in ms since the epoch
   */
  public @Nullable Reason judge(Event event, long now) {
    if (!active) {
      return Reason.NOT_ACTIVE;
    } else if (!inPeriod(event.eventTime()) || !inPeriod(now)) {
      return Reason.OUTSIDE_PERIOD;
    }
    return inJurisdiction(event.jurisdiction()) ? null : Reason.OUTSIDE_JURISDICTION;
  }

  /**
   * Why what was let on earlier may not leave now, as far as the agreement's status and period say;
   * null if it may.
   *
   * @param eventTime ms since the epoch, or {@link Origin#UNKNOWN}: it was in the period then
   */
  public @Nullable Reason judgeAgain(long eventTime, long now) {
    if (!active) {
      return Reason.NOT_ACTIVE;
    }
    boolean outside = eventTime != Origin.UNKNOWN && !inPeriod(eventTime);
    return outside || !inPeriod(now) ? Reason.OUTSIDE_PERIOD : null;
  }

  private boolean inPeriod(long time) {
    return from <= time && time < to;
  }

  /** Another than any release names, or an unknown one, is negative and therefore not allowed. */
  private boolean inJurisdiction(int jurisdiction) {
    return allowed == null || (jurisdiction >= 0 && allowed.get(jurisdiction));
  }
}

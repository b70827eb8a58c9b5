package dev.weir.operators.stage;

import dev.weir.operators.quota.Allowance;
import dev.weir.operators.quota.Allowance.Load;
import dev.weir.operators.quota.EffectiveLimits;
import dev.weir.operators.quota.LiveAllowance;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.Origin.Member;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.WaitingUnit;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * Holds one agreement to its quota: what is over waits in the order in which it came, as long and
 * as much as the quota says, and is judged again when it leaves. In the state of the agreement,
 * which must be the current key. Confined to one thread.
 */
final class QuotaGate {

  /** What gathers where nothing is held. */
  private static final Hold GATHER = new Hold(100_000, "PT10M");

  private static final long SHORTEST_WAIT = 10;
  static final long LONGEST_WAIT = 1_000;

  private final EffectiveLimits limits;
  private final Allowance allowance;
  private final QuotaReleases releases;
  private final MapState<Long, WaitingUnit> waiting;
  private final QuotaCrowds crowds;
  private final QuotaWindows windows = new QuotaWindows();
  private final Consumer<OutputRecord> out;
  private final QuotaErasure erasure = new QuotaErasure();
  private boolean shut;
  private @Nullable WaitingUnit head;
  private long first;
  private long next;
  private long held;
  private long gathersSince = Long.MAX_VALUE;

  /**
   * @param first of what waits in the state, and {@code next}
   */
  QuotaGate(
      EffectiveLimits limits,
      Allowance allowance,
      QuotaReleases releases,
      MapState<Long, WaitingUnit> waiting,
      QuotaCrowds crowds,
      Consumer<OutputRecord> out,
      long first,
      long next) {
    this.limits = limits;
    this.allowance = allowance;
    this.releases = releases;
    this.waiting = waiting;
    this.crowds = crowds;
    this.out = out;
    this.first = first;
    this.next = next;
  }

  /** Looks at what the state holds: what gathers by another form is withheld. */
  void restored(long now) throws Exception {
    for (WaitingUnit unit : waiting.values()) {
      held += unit.records().size();
    }
    for (WaitingUnit unit : crowds.overdue(Long.MAX_VALUE)) {
      if (unit.form().equals(releases.formOf(unit.first()))) {
        gather(unit, now);
      } else {
        refuse(unit, Reason.AGREEMENT_CHANGED, now);
      }
    }
  }

  /** Lets nothing out of the state until the next barrier: by then it is told whom to forget. */
  void shut() {
    shut = true;
  }

  /**
   * Ahead of a barrier: takes whom it was told of out of the state. What comes of them later is as
   * that of anybody.
   */
  void barrier(long now) throws Exception {
    settle(now);
    shut = false;
    if (erasure.isEmpty()) {
      return;
    }
    List<WaitingUnit> taken = new ArrayList<>(erasure.from(waiting));
    taken.addAll(crowds.erase(erasure));
    for (WaitingUnit unit : taken) {
      held -= unit.records().size();
      refuse(unit, Reason.ERASED, now);
    }
    head = null;
    erasure.clear();
  }

  /** What has come of windows, if they are not whole, goes into the state. */
  private void settle(long now) throws Exception {
    for (List<OutputRecord> rows : windows.taken()) {
      offer(new WaitingUnit(rows, releases.formOf(rows.get(0)), now), now);
    }
  }

  long first() {
    return first;
  }

  long next() {
    return next;
  }

  /** Records that wait. */
  long held() {
    return held;
  }

  /** Since when the first of them does, in ms since the epoch; 0: none does. Read by any thread. */
  long waitsSince() {
    WaitingUnit longest = head;
    return longest == null ? 0 : longest.since();
  }

  private @Nullable WaitingUnit head() throws Exception {
    while (head == null && first < next) {
      head = waiting.get(first);
      first += head == null ? 1 : 0;
    }
    return head;
  }

  /** Lets the record out, or keeps or withholds it; or hears whom to forget. */
  void offer(OutputRecord record, long now) throws Exception {
    if (WaitingUnit.origin(record).isForgetting()) {
      erasure.add(record);
      return;
    }
    List<OutputRecord> together =
        releases.isOfWindow(record) ? windows.add(record) : List.of(record);
    if (!together.isEmpty()) {
      offer(new WaitingUnit(together, releases.formOf(record), now), now);
    }
  }

  private void offer(WaitingUnit unit, long now) throws Exception {
    if (!needsCompany(unit)) {
      pass(unit, now);
    } else {
      gather(unit, now);
    }
  }

  private void pass(WaitingUnit unit, long now) throws Exception {
    if (shut && unit.records().size() > 1) {
      await(unit);
    } else if (first < next || !letOut(unit, now)) {
      keep(unit, now);
    }
  }

  private void keep(WaitingUnit unit, long now) throws Exception {
    Hold hold = limits.at(now).hold();
    int records = unit.records().size();
    if (hold == null || !isLive() || held + records > hold.records()) {
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
    } else {
      await(unit);
    }
  }

  private void await(WaitingUnit unit) throws Exception {
    waiting.put(next++, unit);
    held += unit.records().size();
  }

  private boolean isLive() {
    return allowance instanceof LiveAllowance;
  }

  /** Whether it is of a crowd that no reader has seen, and is not a whole one. */
  private boolean needsCompany(WaitingUnit unit) throws Exception {
    Member member = unit.member();
    int company = releases.company(unit.first());
    return member != null
        && QuotaCrowds.people(unit.records()) < company
        && !crowds.isSeen(member.crowd());
  }

  private void gather(WaitingUnit unit, long now) throws Exception {
    Member member = unit.member();
    if (member == null || held >= gathers(now).records()) {
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
      return;
    }
    WaitingUnit all = crowds.gather(member.crowd(), unit, releases.company(unit.first()));
    if (all == null) {
      held += unit.records().size();
      gathersSince = Math.min(gathersSince, unit.since());
    } else {
      held -= all.records().size() - unit.records().size();
      pass(all, now);
    }
  }

  private Hold gathers(long now) {
    Hold hold = limits.at(now).hold();
    return hold == null ? GATHER : hold;
  }

  /**
   * Lets out what may leave of a unit, if the quota lets it, and withholds the rest.
   *
   * @return whether that is the end of it
   */
  private boolean letOut(WaitingUnit unit, long now) throws Exception {
    QuotaRelease release = releases.of(unit.first());
    if (release == null) {
      refuse(unit, Reason.AGREEMENT_CHANGED, now);
      return true;
    }
    List<OutputRecord> leaving = new ArrayList<>(unit.records().size());
    Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    for (OutputRecord record : unit.records()) {
      Reason reason = erasure.takes(record) ? Reason.ERASED : release.judge(unit, record, now);
      if (reason == null) {
        leaving.add(record);
      } else {
        refused.merge(reason, 1, Integer::sum);
      }
    }
    if (isShort(unit, leaving, release)) {
      return leave(release, List.of(), withAll(refused, leaving.size()), now);
    }
    return (leaving.isEmpty() || allowance.take(limits.at(now), loads(leaving), now))
        && leave(release, leaving, refused, now);
  }

  /** Whether fewer than k people of a crowd would be seen first. */
  private boolean isShort(WaitingUnit unit, List<OutputRecord> leaving, QuotaRelease release)
      throws Exception {
    Member member = unit.member();
    return member != null
        && QuotaCrowds.people(leaving) < release.company(unit.first())
        && !crowds.isSeen(member.crowd());
  }

  private static Map<Reason, Integer> withAll(Map<Reason, Integer> refused, int others) {
    if (others > 0) {
      refused.merge(Reason.CROWD_GONE, others, Integer::sum);
    }
    return refused;
  }

  private boolean leave(
      QuotaRelease release, List<OutputRecord> leaving, Map<Reason, Integer> refused, long now)
      throws Exception {
    refused.forEach((reason, records) -> release.refused(reason, records, now));
    for (OutputRecord record : leaving) {
      Member member = WaitingUnit.origin(record).member();
      if (member != null && !releases.isOfWindow(record)) {
        crowds.see(member.crowd(), now);
      }
      out.accept(release.released(record, now));
    }
    return true;
  }

  private static List<Load> loads(List<OutputRecord> records) {
    List<Load> loads = new ArrayList<>(records.size());
    for (OutputRecord record : records) {
      Origin origin = WaitingUnit.origin(record);
      loads.add(new Load(origin.eventTime(), record.value().length, origin.epsilon()));
    }
    return loads;
  }

  private void refuse(WaitingUnit unit, Reason reason, long now) {
    releases.refused(unit, reason, now);
  }

  /** Lets out what the quota lets now, and withholds what has waited too long. */
  void advance(long now) throws Exception {
    if (shut) {
      return;
    }
    for (WaitingUnit unit = head(); unit != null && advance(unit, now); unit = head()) {
      waiting.remove(first++);
      held -= unit.records().size();
      head = null;
    }
    if (now >= gathersUntil(now)) {
      giveUp(now);
    }
    crowds.sweep(now, releases.remembersSince(now));
  }

  private boolean advance(WaitingUnit unit, long now) throws Exception {
    Hold hold = limits.at(now).hold();
    if (hold != null && now >= end(hold, unit.since())) {
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
      return true;
    }
    if (needsCompany(unit) && unit.records().size() == 1) {
      gather(unit, now); // the first rows of its crowd, which it came after, were withheld
      return true;
    }
    if (letOut(unit, now)) {
      return true;
    }
    if (hold == null) {
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
    }
    return hold == null;
  }

  private static long end(Hold hold, long since) {
    return Retention.end(hold.duration(), Instant.ofEpochMilli(since)).toEpochMilli();
  }

  private long gathersUntil(long now) {
    return gathersSince == Long.MAX_VALUE ? gathersSince : end(gathers(now), gathersSince);
  }

  private void giveUp(long now) throws Exception {
    long longest = now - gathersUntil(now) + gathersSince;
    for (WaitingUnit unit : crowds.overdue(longest)) {
      held -= unit.records().size();
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
    }
    gathersSince = Long.MAX_VALUE;
    for (WaitingUnit unit : crowds.gathering()) {
      gathersSince = Math.min(gathersSince, unit.since());
    }
  }

  /** When to look again, in ms since the epoch; {@link Long#MAX_VALUE}: when something comes. */
  long due(long now) throws Exception {
    WaitingUnit unit = head();
    long gathers = gathersUntil(now);
    if (unit == null) {
      return gathers;
    }
    Limits current = limits.at(now);
    long waits =
        allowance instanceof LiveAllowance live
            ? live.waits(current, loads(unit.records()), now)
            : LONGEST_WAIT;
    long look = now + Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, waits));
    Hold hold = current.hold();
    long until = hold == null ? look : end(hold, unit.since());
    return Math.min(gathers, Math.max(now + 1, Math.min(look, until)));
  }

  /** The input has ended: what cannot leave now is withheld. */
  void finish(long now) throws Exception {
    barrier(now);
    advance(now);
    for (WaitingUnit unit = head(); unit != null; unit = head()) {
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
      waiting.remove(first++);
      head = null;
    }
    for (WaitingUnit unit : crowds.overdue(Long.MAX_VALUE)) {
      refuse(unit, Reason.QUOTA_EXCEEDED, now);
    }
    held = 0;
    gathersSince = Long.MAX_VALUE;
  }
}

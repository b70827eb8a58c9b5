package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Guarantee;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Space;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Forms the cohorts of one region. Not thread-safe. Times may be of any unit but must not go back.
 *
 * <p>Each row is released or suppressed {@code hold} after it was offered at the latest, if the
 * caller calls {@link #advance} when {@link #nextDue} says so. A box is released only while at
 * least k distinct people of the last {@code horizon} share it, and first with the rows of k of
 * them.
 */
public final class Formation {

  private final Region region;
  private final CohortState state;
  private final Homes homes;

  /**
   * @param context names partner, agreement, release and region; see {@link CohortId}
   * @param pages of this region alone, as they were left
   * @throws PageException if another build wrote them
   */
  public Formation(Space space, Policy policy, byte[] context, Pages pages) {
    this.state = new CohortState(space, policy, pages);
    this.region = new Region(space, policy, context.clone(), state, new Shortfalls());
    this.homes = new Homes(region);
  }

  /** Takes a row, and decides it if that is possible at once. */
  public List<Outcome> offer(Row row, long now) {
    check(row);
    Turn turn = Turn.at(now, region.policy().hold());
    homes.expire(now);
    if (!leavesAtOnce(row, turn)) {
      state.waiting().add(row, now);
    }
    boolean many = state.waiting().people() >= state.meta().flushAt();
    return many ? flush(turn) : flushIfDue(turn);
  }

  /** Lets time pass. */
  public List<Outcome> advance(long now) {
    homes.expire(now);
    return flushIfDue(Turn.at(now, region.policy().hold()));
  }

  /** Lets time pass, and those join who have found company, where newcomers are paced. */
  public List<Outcome> tick(long now) {
    homes.expire(now);
    Turn turn = Turn.at(now, region.policy().hold());
    accompany(turn);
    return flushIfDue(turn);
  }

  /** The input has ended: every row is decided. */
  public List<Outcome> finish(long now) {
    homes.expire(now);
    Turn turn = Turn.last(now);
    accompany(turn);
    return flush(turn);
  }

  private void accompany(Turn turn) {
    if (region.policy().paced()) {
      new Company(region, homes, turn).run();
    }
  }

  /** When {@link #advance} must be called at the latest; empty if nothing waits. */
  public OptionalLong nextDue() {
    Waiting first = state.waiting().first();
    return first == null
        ? OptionalLong.empty()
        : OptionalLong.of(saturated(first.arrival(), region.policy().hold()));
  }

  /**
   * Forgets a person: homes, values and rows that wait. A cohort that falls below k stops
   * releasing; what has left cannot be called back.
   *
   * @return how many rows waited
   */
  public int erase(Subject subject) {
    homes.erase(subject);
    List<Waiting> rows = state.waiting().of(subject);
    rows.forEach(state.waiting()::remove);
    return rows.size();
  }

  /**
   * Whether decided rows of a cohort that have not left still may, after people were erased.
   *
   * @param touched whether a row of an erased person was among them
   * @param people whose rows are left; of batches, which nothing remembers, they are all there is
   */
  public boolean stands(CohortId cohort, boolean touched, int people) {
    Guarantee guarantee = region.policy().guarantee();
    if (!region.isStable()) {
      return !touched || people >= region.k() && !guarantee.looksAtValues();
    }
    return state.cohorts().cheapestFirst().stream()
        .filter(one -> one.id().equals(cohort))
        .anyMatch(one -> guarantee.shortfall(one.crowd(), state.everybody()) == null);
  }

  /**
   * Rows that were let go do not leave. Cohorts that nobody has seen are forgotten, and their
   * people are newcomers again: a box is first shown with rows of k people, or not at all.
   */
  public void undelivered(Collection<Undelivered> rows) {
    homes.forgetUnseen(rows);
  }

  /** How many rows are undecided. */
  public int waiting() {
    return state.waiting().all().size();
  }

  /** How many cohorts there are; none that lasts in {@code window}. */
  public int cohorts() {
    return state.cohorts().cheapestFirst().size();
  }

  /** How many people are in cohorts, each counted in each of theirs. */
  public int people() {
    return state.everybody().people();
  }

  /** What crowds lacked when rows were asked for in them, since this was made. */
  public Shortfalls shortfalls() {
    return region.shortfalls();
  }

  private void check(Row row) {
    if (row.point().size() != region.space().size()
        || row.sensitive().size() != region.policy().sensitiveFields()) {
      throw new IllegalArgumentException("A row has a code for each axis and sensitive field");
    }
  }

  private boolean leavesAtOnce(Row row, Turn turn) {
    if (!region.isStable()) {
      return false;
    }
    Memberships memberships = state.memberships(row.subject());
    Membership home = homes.home(memberships, row.point());
    Crowd everybody = state.everybody();
    Waiting now = Waiting.atOnce(row, turn.now());
    if (home != null) {
      return homes.release(now, memberships, home, turn, everybody) == null;
    }
    return !region.policy().paced()
        && !state.waiting().has(row.subject(), row.point())
        && joins(now, turn);
  }

  private boolean joins(Waiting waiting, Turn turn) {
    Row row = waiting.row();
    Values values = Values.of(row.sensitive());
    double most = region.policy().tuning().joinBelow() * state.meta().tau();
    Cohort cohort = homes.joinable(row.point(), values, most, state.everybody());
    if (cohort == null) {
      return false;
    }
    boolean revives = homes.isShort(cohort, state.everybody());
    state.join(cohort, values);
    homes.enter(row.subject(), values, cohort, turn.now());
    turn.release(waiting, cohort, false, revives);
    return true;
  }

  private List<Outcome> flushIfDue(Turn turn) {
    Waiting first = state.waiting().first();
    return first != null && turn.isDue(first) ? flush(turn) : turn.outcomes();
  }

  private List<Outcome> flush(Turn turn) {
    new Flush(region, homes, turn).run();
    return turn.outcomes();
  }

  private static long saturated(long time, long more) {
    return time > Long.MAX_VALUE - more ? Long.MAX_VALUE : time + more;
  }
}

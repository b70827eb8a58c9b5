package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Shortfall;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Codes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is in which cohort, and the rows of those who are. */
final class Homes {

  private final Region region;

  Homes(Region region) {
    this.region = region;
  }

  /**
   * Where rows of this person with these quasi-identifiers leave: the oldest of their cohorts that
   * covers them; null if none does. Boxes never change, so this does not as long as they are
   * remembered.
   */
  @Nullable Membership home(Memberships memberships, Codes point) {
    for (Membership one : memberships.all()) {
      if (cohort(one).box().covers(point)) {
        return one;
      }
    }
    return null;
  }

  private Cohort cohort(Membership membership) {
    return region.state().cohorts().get(membership.cohort());
  }

  /**
   * Lets a row leave, if its cohort is still what it must be with it.
   *
   * @return what it lacks; null if the row has left
   */
  @Nullable Shortfall release(
      Waiting waiting, Memberships memberships, Membership home, Turn turn, Crowd everybody) {
    Row row = waiting.row();
    Cohort cohort = cohort(home);
    Values fresh = Values.of(row.sensitive()).without(home.values());
    Shortfall lacks = shortfallWith(cohort.crowd(), fresh, everybody);
    if (lacks == null) {
      boolean revives = !fresh.isEmpty() && isShort(cohort, everybody);
      if (!fresh.isEmpty()) {
        region.state().learn(cohort, fresh);
      }
      if (!fresh.isEmpty() || home.isSeenBefore(turn.now() - region.policy().tick())) {
        region.state().save(row.subject(), memberships.replacing(home.seen(turn.now(), fresh)));
      }
      turn.release(waiting, cohort, true, revives);
    } else {
      region.shortfalls().count(lacks);
    }
    return lacks;
  }

  private @Nullable Shortfall shortfallWith(Crowd crowd, Values fresh, Crowd everybody) {
    crowd.learn(fresh);
    Shortfall lacks = region.policy().guarantee().shortfall(crowd, everybody);
    crowd.forget(fresh);
    return lacks;
  }

  /** The cheapest cohort that may take in a person. */
  @Nullable Cohort joinable(Codes point, Values values, double most, Crowd everybody) {
    return region.state().cohorts().cheapest(point, most, one -> admits(one, values, everybody));
  }

  /** Whether it is not what it must be, so that whoever makes it so again revives it. */
  boolean isShort(Cohort cohort, Crowd everybody) {
    return region.policy().guarantee().shortfall(cohort.crowd(), everybody) != null;
  }

  /** Whether a cohort has k people without a newcomer, and is what it must be with them. */
  boolean admits(Cohort cohort, Values values, Crowd everybody) {
    if (cohort.crowd().people() < region.k()) {
      return false;
    }
    if (!region.policy().guarantee().looksAtValues()) {
      return true;
    }
    Crowd with = cohort.crowd().copy();
    with.join(values);
    return region.policy().guarantee().shortfall(with, everybody) == null;
  }

  /** Remembers a person whom the cohort's crowd counts already. */
  void enter(Subject subject, Values values, Cohort cohort, long now) {
    long expires = after(now);
    Membership membership = new Membership(cohort.number(), now, expires, values);
    region.state().save(subject, region.state().memberships(subject).with(membership));
    region.state().expiries().add(new Expiry(expires, subject, cohort.number()));
  }

  /** Forgets who has not been seen for the horizon. */
  void expire(long now) {
    while (region.state().expiries().next() <= now) {
      Expiry due = region.state().expiries().first();
      if (due == null) {
        return;
      }
      region.state().expiries().remove(due);
      Memberships memberships = region.state().memberships(due.subject());
      memberships.all().stream()
          .filter(one -> one.cohort() == due.cohort())
          .forEach(one -> expire(due.subject(), memberships, one, now));
    }
  }

  private void expire(Subject subject, Memberships memberships, Membership one, long now) {
    long end = after(one.lastSeen());
    if (end > now) {
      region.state().save(subject, memberships.replacing(one.queued(end)));
      region.state().expiries().add(new Expiry(end, subject, one.cohort()));
    } else {
      region.state().save(subject, memberships.without(one.cohort()));
      region.state().leave(cohort(one), one.values());
    }
  }

  /** Forgets a person now. */
  void erase(Subject subject) {
    region.state().memberships(subject).all().forEach(one -> erase(subject, one));
  }

  private void erase(Subject subject, Membership one) {
    Memberships others = region.state().memberships(subject).without(one.cohort());
    region.state().expiries().remove(new Expiry(one.queuedAt(), subject, one.cohort()));
    region.state().save(subject, others);
    region.state().leave(cohort(one), one.values());
  }

  /**
   * Forgets cohorts that nobody has seen, now that these rows do not leave: whoever left in one
   * next would show a box with fewer than k people's rows. One was not seen if rows of all its
   * people are among them, for it is first shown with rows of k.
   */
  void forgetUnseen(Collection<Undelivered> rows) {
    membersOf(rows)
        .forEach(
            (cohort, members) -> {
              if (members.size() == region.state().cohorts().get(cohort).crowd().people()) {
                members.forEach(this::erase);
              }
            });
  }

  /** Whose rows they are, by the numbers of their cohorts. */
  private Map<Long, Map<Subject, Membership>> membersOf(Collection<Undelivered> rows) {
    Map<Long, Map<Subject, Membership>> members = new TreeMap<>();
    for (Undelivered row : rows) {
      for (Membership one : region.state().memberships(row.subject()).all()) {
        if (row.mayBeOf(cohort(one))) {
          members.computeIfAbsent(one.cohort(), none -> new HashMap<>()).put(row.subject(), one);
        }
      }
    }
    return members;
  }

  private long after(long now) {
    long horizon = region.policy().horizon();
    return now > Long.MAX_VALUE - horizon ? Long.MAX_VALUE : now + horizon;
  }
}

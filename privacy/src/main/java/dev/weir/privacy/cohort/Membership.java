package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Values;

/**
 * One person in one cohort.
 *
 * @param cohort its number
 * @param lastSeen when a row of theirs last left, or at most a {@link Policy#tick} earlier
 * @param queuedAt the time of its one {@link Expiry}
 * @param values all that they have shown in it
 */
record Membership(long cohort, long lastSeen, long queuedAt, Values values) {

  Membership seen(long now, Values more) {
    return new Membership(cohort, now, queuedAt, more.isEmpty() ? values : values.and(more));
  }

  boolean isSeenBefore(long time) {
    return lastSeen <= time;
  }

  Membership queued(long at) {
    return new Membership(cohort, lastSeen, at, values);
  }
}

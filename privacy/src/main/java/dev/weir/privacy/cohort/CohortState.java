package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Space;
import org.jspecify.annotations.Nullable;

/**
 * The state of a region. Cohorts and waiting rows are few and kept in memory too; people are many
 * and read page by page. Every change is in the pages when the call that made it returns.
 */
final class CohortState {

  private final Pages pages;
  private final Cohorts cohorts = new Cohorts();
  private final WaitingRows waiting;
  private final Expiries expiries;
  private final Crowd everybody;
  private final Meta meta;

  CohortState(Space space, Policy policy, Pages pages) {
    this.pages = pages;
    this.everybody = new Crowd(policy.sensitiveFields());
    byte @Nullable [] page = pages.get(PageKey.META);
    this.meta = page == null ? new Meta(policy.tuning().largestCrowd()) : Meta.of(page);
    pages.scan(PageKey.COHORTS, (key, bytes) -> load(Cohort.of(bytes, space)));
    this.waiting = new WaitingRows(pages);
    this.expiries = new Expiries(pages);
  }

  private boolean load(Cohort cohort) {
    cohorts.add(cohort);
    everybody.joinAll(cohort.crowd());
    return true;
  }

  Meta meta() {
    return meta;
  }

  void saveMeta() {
    pages.put(PageKey.META, meta.page());
  }

  Cohorts cohorts() {
    return cohorts;
  }

  WaitingRows waiting() {
    return waiting;
  }

  Expiries expiries() {
    return expiries;
  }

  /** All that is in cohorts: what closeness is measured against. */
  Crowd everybody() {
    return everybody;
  }

  void add(Cohort cohort) {
    cohorts.add(cohort);
    everybody.joinAll(cohort.crowd());
    save(cohort);
  }

  void join(Cohort cohort, Values values) {
    cohort.crowd().join(values);
    everybody.join(values);
    save(cohort);
  }

  void learn(Cohort cohort, Values values) {
    cohort.crowd().learn(values);
    everybody.learn(values);
    save(cohort);
  }

  /** A cohort that the last one leaves is no more. */
  void leave(Cohort cohort, Values values) {
    cohort.crowd().leave(values);
    everybody.leave(values);
    if (cohort.crowd().people() == 0) {
      cohorts.remove(cohort);
      pages.remove(PageKey.cohort(cohort.number()));
    } else {
      save(cohort);
    }
  }

  private void save(Cohort cohort) {
    pages.put(PageKey.cohort(cohort.number()), cohort.page());
  }

  Memberships memberships(Subject subject) {
    byte @Nullable [] page = pages.get(PageKey.memberships(subject));
    return page == null ? Memberships.NONE : Memberships.of(page);
  }

  void save(Subject subject, Memberships memberships) {
    byte[] key = PageKey.memberships(subject);
    if (memberships.all().isEmpty()) {
      pages.remove(key);
    } else {
      pages.put(key, memberships.page());
    }
  }
}

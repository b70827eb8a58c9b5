package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a region. Cohorts and waiting rows are few and kept in memory too; people are many
 * and read page by page. Every change is in the pages when the call that made it returns.
 */
final class CohortState {

  private final Pages pages;
  private final Cohorts cohorts = new Cohorts();
  private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
  private final Map<Subject, List<Waiting>> waitingOf = new HashMap<>();
  private final Crowd everybody;
  private final Meta meta;
  private long nextExpiry = Long.MAX_VALUE;

  CohortState(Space space, Policy policy, Pages pages) {
    this.pages = pages;
    this.everybody = new Crowd(policy.sensitiveFields());
    byte @Nullable [] page = pages.get(PageKey.META);
    this.meta = page == null ? new Meta(policy.tuning().largestCrowd()) : Meta.of(page);
    pages.scan(PageKey.COHORTS, (key, bytes) -> load(Cohort.of(bytes, space)));
    pages.scan(PageKey.WAITING, (key, bytes) -> load(Waiting.of(bytes)));
    findNextExpiry();
  }

  private boolean load(Cohort cohort) {
    cohorts.add(cohort);
    everybody.joinAll(cohort.crowd());
    return true;
  }

  private boolean load(Waiting row) {
    waiting.put(row.place(), row);
    waitingOf.computeIfAbsent(row.row().subject(), subject -> new ArrayList<>()).add(row);
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

  /** When the next expiry is due; {@code Long.MAX_VALUE} if there is none. */
  long nextExpiry() {
    return nextExpiry;
  }

  @Nullable Expiry firstExpiry() {
    List<Expiry> first = new ArrayList<>(1);
    pages.scan(PageKey.EXPIRIES, (key, page) -> first.add(PageKey.expiry(key)) && false);
    return first.isEmpty() ? null : first.get(0);
  }

  void add(Expiry expiry) {
    pages.put(PageKey.expiry(expiry), PageForm.write(out -> {}));
    nextExpiry = Math.min(nextExpiry, expiry.at());
  }

  void remove(Expiry expiry) {
    pages.remove(PageKey.expiry(expiry));
    findNextExpiry();
  }

  private void findNextExpiry() {
    Expiry first = firstExpiry();
    nextExpiry = first == null ? Long.MAX_VALUE : first.at();
  }

  /** In their order of arrival. */
  Collection<Waiting> waiting() {
    return waiting.values();
  }

  int peopleWaiting() {
    return waitingOf.size();
  }

  boolean waits(Subject subject, Codes point) {
    return waitingOf.getOrDefault(subject, List.of()).stream()
        .anyMatch(waits -> waits.row().point().equals(point));
  }

  List<Waiting> waitingOf(Subject subject) {
    return List.copyOf(waitingOf.getOrDefault(subject, List.of()));
  }

  void await(Row row, long now) {
    long place = waiting.isEmpty() ? 0 : waiting.lastKey() + 1;
    Waiting waits = new Waiting(place, now, row);
    load(waits);
    pages.put(PageKey.waiting(place), waits.page());
  }

  void remove(Waiting row) {
    waiting.remove(row.place());
    pages.remove(PageKey.waiting(row.place()));
    List<Waiting> others = waitingOf.getOrDefault(row.row().subject(), new ArrayList<>());
    others.remove(row);
    if (others.isEmpty()) {
      waitingOf.remove(row.row().subject());
    }
  }
}

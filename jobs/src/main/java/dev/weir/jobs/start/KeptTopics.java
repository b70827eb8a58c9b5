package dev.weir.jobs.start;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weir's own topics whose newest record of each key must stay for ever: {@code
 * cleanup.policy=compact}, and nothing besides, for {@code compact,delete} forgets by time.
 */
record KeptTopics(SortedMap<String, Kept> topics) {

  private static final Kept KEYS =
      new Kept("the keys of subjects, without which nobody can turn their tokens back", Size.LARGE);
  private static final Kept PROGRESS =
      new Kept("what was released, without which a start may release it again", Size.SMALL);
  private static final Kept LEDGER =
      new Kept("what of privacy budgets is spent, without which it is spent again", Size.SMALL);
  private static final Kept NOTES =
      new Kept("what was replayed, without which a letter is released again", Size.SMALL);

  /**
   * One of them.
   *
   * @param remembers what, and what would become of it
   */
  record Kept(String remembers, Size size) {}

  /** How much there is to read at a start. */
  enum Size {
    /** Read whole: one partition, and small segments. */
    SMALL,
    /** As many partitions as the broker gives a topic. */
    LARGE
  }

  KeptTopics {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /** Those that a job writes. */
  static KeptTopics of(JobPlan plan) {
    SortedMap<String, Kept> topics = new TreeMap<>();
    plan.products().stream()
        .map(ProductPlan::subjectKeys)
        .filter(Objects::nonNull)
        .forEach(topic -> topics.put(topic, KEYS));
    topics.put(plan.sink().progressTopic(), PROGRESS);
    if (plan.counts()) {
      topics.put(plan.sink().ledgerTopic(), LEDGER);
    }
    return new KeptTopics(topics);
  }

  /** And the one that a replay writes. */
  KeptTopics withNotes(String topic) {
    SortedMap<String, Kept> all = new TreeMap<>(topics);
    all.put(topic, NOTES);
    return new KeptTopics(all);
  }

  boolean contains(String topic) {
    return topics.containsKey(topic);
  }

  /** Whether it is made of one partition and small segments. */
  boolean isSmall(String topic) {
    Kept kept = topics.get(topic);
    return kept != null && kept.size() == Size.SMALL;
  }

  /** What a topic remembers, and what would become of that; empty if it is none of these. */
  Optional<String> remembers(String topic) {
    return Optional.ofNullable(topics.get(topic)).map(Kept::remembers);
  }
}

package dev.weir.jobs.start;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a job writes as its plan is: not the topics of agreements that are not active, which may be
 * closed to it, or gone.
 *
 * @param topics what each is
 */
record Writing(SortedMap<String, Purpose> topics) {

  private static final String ACTIVE = "active";
  private static final Purpose OWN = new Purpose("Weir's own", false, false);

  /**
   * What a topic is.
   *
   * @param words whose it is
   * @param agreed the job does without it if an agreement is suspended
   * @param replayed a replay of dead letters writes it too
   */
  record Purpose(String words, boolean agreed, boolean replayed) {}

  Writing {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  static Writing of(JobPlan plan) {
    SortedMap<String, Purpose> topics = new TreeMap<>();
    topics.put(plan.sink().progressTopic(), OWN);
    topics.put(plan.sink().usageTopic(), OWN);
    if (plan.counts()) {
      topics.put(plan.sink().ledgerTopic(), OWN);
    }
    for (ProductPlan product : plan.products()) {
      topics.put(
          product.deadLetterTopic(), new Purpose("of product " + product.product(), false, false));
      if (product.subjectKeys() != null) {
        topics.put(product.subjectKeys(), OWN);
      }
      product.releases().stream()
          .filter(release -> release.status().equals(ACTIVE))
          .forEach(release -> put(release, topics));
    }
    return new Writing(topics);
  }

  private static void put(ReleasePlan release, SortedMap<String, Purpose> topics) {
    topics.put(release.topic(), purpose(release));
    topics.put(
        release.usageTopic(),
        new Purpose("the usage of partner " + release.partner(), false, true));
  }

  private static Purpose purpose(ReleasePlan release) {
    String words = "of partner " + release.partner() + " by agreement " + release.agreement();
    return new Purpose(words, true, true);
  }

  /** All of them, sorted. */
  List<String> names() {
    return List.copyOf(topics.keySet());
  }

  /** Those of releases, and of partners' usage: what a replay writes. Sorted. */
  List<String> replayed() {
    return topics.entrySet().stream()
        .filter(topic -> topic.getValue().replayed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whose each topic is, in words. */
  SortedMap<String, String> words() {
    return topics.entrySet().stream()
        .collect(
            Collectors.toMap(
                topic -> topic.getKey(),
                topic -> topic.getValue().words(),
                (one, same) -> one,
                TreeMap::new));
  }

  /** The topic and whose it is; its name alone if it is not written. */
  String named(String topic) {
    return Optional.ofNullable(topics.get(topic))
        .map(purpose -> "the topic " + topic + ", " + purpose.words() + ",")
        .orElse("the topic " + topic);
  }

  /** How else to go on without it; nothing if no agreement asks for it. */
  String orSuspend(String topic) {
    return Optional.ofNullable(topics.get(topic))
        .filter(Purpose::agreed)
        .map(agreed -> "; or set the agreement to status: suspended")
        .orElse("");
  }
}

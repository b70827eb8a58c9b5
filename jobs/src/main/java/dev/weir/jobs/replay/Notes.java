package dev.weir.jobs.replay;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.TopicReader;
import dev.weir.operators.deadletter.LetterSource;
import dev.weir.plan.ReleasePlan;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * What was replayed: a record of a compacted topic for each source record and release, written in
 * the transaction that released it. Key: topic, partition, offset, agreement and release, each on a
 * line of its own; value: the plan's digest. Read to the end after the writer has fenced all
 * others, it is complete, and stays so.
 */
final class Notes {

  private final String topic;
  private final Set<String> replayed = new HashSet<>();

  /** None yet. */
  Notes(String topic) {
    this.topic = topic;
  }

  static Notes read(KafkaCluster kafka, String topic) {
    Notes notes = new Notes(topic);
    new TopicReader(kafka)
        .whole(
            topic, record -> notes.replayed.add(new String(record.key(), StandardCharsets.UTF_8)));
    return notes;
  }

  boolean holds(LetterSource source, ReleasePlan release) {
    return replayed.contains(key(source, release));
  }

  /** To be committed with the record itself. */
  void add(LetterSource source, ReleasePlan release, MeteredWriter writer) {
    String key = key(source, release);
    replayed.add(key);
    writer.note(topic, bytes(key), bytes(release.digest()));
  }

  static String key(LetterSource source, ReleasePlan release) {
    return String.join(
        "\n",
        source.name(),
        Integer.toString(source.partition()),
        Long.toString(source.offset()),
        release.agreement(),
        release.release());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

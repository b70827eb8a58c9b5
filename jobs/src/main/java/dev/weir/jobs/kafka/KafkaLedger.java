package dev.weir.jobs.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The ledger of privacy budgets as a compacted topic. What a row says is not known here. */
public record KafkaLedger(KafkaCluster kafka, String topic) {

  /**
   * What the topic holds.
   *
   * @param committed the newest value of each key
   * @param uncommitted key and value of what stands behind a transaction that is still open, and of
   *     what was taken back, in the order of writing: the window may have been released, or its
   *     rows were there for whoever does not wait for commits
   */
  public record Rows(
      SortedMap<String, byte[]> committed, List<Map.Entry<String, byte[]>> uncommitted) {
    public Rows {
      committed = Collections.unmodifiableSortedMap(new TreeMap<>(committed));
      uncommitted = List.copyOf(uncommitted);
    }
  }

  /**
   * Reads it to its end.
   *
   * @throws UnreadableTopicException if the broker does not give it
   * @throws IOException if it does not in time
   */
  public Rows read() throws IOException {
    WholeTopic records = WholeTopic.withTakenBack(kafka, topic);
    SortedMap<String, byte[]> newest = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records.committed()) {
      newest.put(key(record), record.value());
    }
    List<Map.Entry<String, byte[]>> uncommitted = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records.uncommitted()) {
      uncommitted.add(Map.entry(key(record), record.value()));
    }
    return new Rows(newest, uncommitted);
  }

  /** A row without a key or a value is nobody's: to pass it over could spend a budget again. */
  private String key(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.key() == null || record.value() == null) {
      throw new IOException(
          topic + "-" + record.partition() + "@" + record.offset() + " is no row of the ledger");
    }
    return new String(record.key(), StandardCharsets.UTF_8);
  }
}

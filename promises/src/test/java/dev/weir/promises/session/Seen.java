package dev.weir.promises.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.promises.stream.Subscriber;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber has seen of a topic, small however much it was: how many records, a sum that is
 * the same for the same multiset, and of each key how many, and a digest of them in their order.
 * Two topics that are seen alike hold the same records, and those of a key in the same order, up to
 * a collision of SHA-256. When a record was released is left out: no two runs agree on it.
 */
record Seen(long records, BigInteger multiset, Map<String, String> byKey) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final String WHEN = "weir-expires";

  /** Waits for so many records, and then for what must not come. */
  static Seen of(String bootstrapServers, String topic, long expected) {
    Reading reading = new Reading();
    try (Subscriber subscriber = new Subscriber(bootstrapServers, topic)) {
      subscriber.read(expected, PATIENCE, QUIET, reading::add);
    }
    return reading.seen();
  }

  /** Of every topic, once it holds what is expected. */
  static Map<String, Seen> ofAll(String bootstrapServers, Map<String, Long> expected) {
    Map<String, Seen> seen = new TreeMap<>();
    expected.forEach((topic, records) -> seen.put(topic, of(bootstrapServers, topic, records)));
    return seen;
  }

  static Map<String, Long> counts(Map<String, Seen> topics) {
    Map<String, Long> counts = new TreeMap<>();
    topics.forEach((topic, seen) -> counts.put(topic, seen.records()));
    return counts;
  }

  private static final class Reading {
    private final Map<String, Chain> chains = new TreeMap<>();
    private long records;
    private BigInteger multiset = BigInteger.ZERO;

    void add(ConsumerRecord<byte[], byte[]> record) {
      byte[] digest = digest(record);
      records++;
      multiset = multiset.add(new BigInteger(1, digest));
      if (record.key() != null) {
        chains.merge(
            new String(record.key(), UTF_8),
            Chain.START.with(digest),
            (old, one) -> old.with(digest));
      }
    }

    Seen seen() {
      Map<String, String> byKey = new TreeMap<>();
      chains.forEach((key, chain) -> byKey.put(key, chain.toString()));
      return new Seen(records, multiset, byKey);
    }
  }

  /** The records of one key. */
  private record Chain(long records, String digest) {
    static final Chain START = new Chain(0, "");

    Chain with(byte[] next) {
      MessageDigest sha = sha256();
      sha.update(digest.getBytes(UTF_8));
      return new Chain(records + 1, new BigInteger(1, sha.digest(next)).toString(36));
    }
  }

  private static byte[] digest(ConsumerRecord<byte[], byte[]> record) {
    MessageDigest sha = sha256();
    part(sha, record.key());
    part(sha, record.value());
    for (Header header : record.headers()) {
      part(sha, header.key().getBytes(UTF_8));
      part(sha, header.key().equals(WHEN) ? null : header.value());
    }
    return sha.digest();
  }

  private static void part(MessageDigest sha, byte @Nullable [] bytes) {
    sha.update((bytes == null ? "-;" : bytes.length + ";").getBytes(UTF_8));
    if (bytes != null) {
      sha.update(bytes);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

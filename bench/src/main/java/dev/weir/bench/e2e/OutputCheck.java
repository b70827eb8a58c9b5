package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import dev.weir.bench.orders.OrderNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds the output of a pass to what must be there: each order once, and nothing else. */
final class OutputCheck {

  private static final int SAMPLED = 100;

  private final PassTask task;
  private final BitSet seen;
  private final Map<Long, List<ByteBuffer>> sample = new HashMap<>();

  OutputCheck(PassTask task) {
    this.task = task;
    this.seen = new BitSet(Math.toIntExact(task.records()));
  }

  /**
   * Reads the output of a measured pass.
   *
   * @return key and value of every hundredth order, by number
   * @throws IllegalStateException if an order is missing, there twice, unknown or dead-lettered; or
   *     not what was read, if the job changes nothing
   */
  static Map<Long, List<ByteBuffer>> of(PassTask task) {
    OutputCheck check = new OutputCheck(task);
    CommittedReader.read(task.bootstrapServers(), task.measuredTopic(), check::add);
    CommittedReader.read(
        task.bootstrapServers(),
        PassTopics.deadLetters(task.measuredTopic()),
        letter -> check.fail("a dead letter"));
    return check.complete();
  }

  /** The sample, if every order was there. */
  Map<Long, List<ByteBuffer>> complete() {
    if (seen.cardinality() != task.records()) {
      throw fail("only " + seen.cardinality() + " of " + task.records() + " orders");
    }
    return sample;
  }

  /** One more record of the output. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    long number = OrderNumber.of(record.value());
    if (number < 0 || number >= task.records() || seen.get((int) number)) {
      throw fail("an unknown order, or one for the second time: " + number);
    }
    seen.set((int) number);
    if (task.job() == Job.IDENTITY) {
      requireUnchanged(number, pair(record));
    }
    if (number % SAMPLED == 0) {
      sample.put(number, pair(record));
    }
  }

  private static List<ByteBuffer> pair(ConsumerRecord<byte[], byte[]> record) {
    return List.of(ByteBuffer.wrap(record.key()), ByteBuffer.wrap(record.value()));
  }

  private void requireUnchanged(long number, List<ByteBuffer> record) {
    ByteBuffer key = StandardCharsets.UTF_8.encode(OrderFormat.key(number));
    if (!record.equals(List.of(key, ByteBuffer.wrap(task.format().record(number))))) {
      throw fail("order " + number + " has changed");
    }
  }

  private IllegalStateException fail(String what) {
    throw new IllegalStateException("the output of " + task.job().word() + " holds " + what);
  }
}

package dev.weir.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InitialOffsetsTest {

  private static final TopicPartition P0 = new TopicPartition("t", 0);
  private static final TopicPartition P1 = new TopicPartition("t", 1);
  private static final List<TopicPartition> BOTH = List.of(P0, P1);

  @Test
  void earliest_isTheOldestRecordOfEachPartition() {
    assertThat(offsets(new StartFrom.Earliest())).isEqualTo(Map.of(P0, 10L, P1, 10L));
  }

  @Test
  void timestamp_isTheFirstRecordNotBefore_orTheEnd() {
    assertThat(offsets(new StartFrom.Timestamp(Instant.ofEpochMilli(77))))
        .isEqualTo(Map.of(P0, 50L, P1, 100L));
  }

  @Test
  void end_isFixed_andAPartitionThatCameLaterIsReadWhole() {
    assertThat(offsets(new StartFrom.End(Map.of(P0, 80L)))).isEqualTo(Map.of(P0, 80L, P1, 10L));
  }

  @Test
  void end_thatTheBrokerNoLongerHas_isTheOldestRecord() {
    assertThat(offsets(new StartFrom.End(Map.of(P0, 3L, P1, 20L))))
        .isEqualTo(Map.of(P0, 10L, P1, 20L));
  }

  @Test
  void latest_mustBeAskedForBeforeTheStart() {
    assertThatThrownBy(() -> new InitialOffsets(new StartFrom.Latest()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void consumerNeverJumps_overWhatTheBrokerNoLongerHas() {
    assertThat(new InitialOffsets(new StartFrom.Earliest()).getAutoOffsetResetStrategy())
        .isEqualTo(OffsetResetStrategy.NONE);
  }

  private static Map<TopicPartition, Long> offsets(StartFrom startFrom) {
    return new InitialOffsets(startFrom).getPartitionOffsets(BOTH, new Broker());
  }

  /** Partitions from 10 to 100; a record of the time 77 at 50 of the first. */
  private static final class Broker implements PartitionOffsetsRetriever {

    @Override
    public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> partitions) {
      throw new AssertionError("committed offsets must not matter");
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
      return all(partitions, 100L);
    }

    @Override
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
      return all(partitions, 10L);
    }

    private static Map<TopicPartition, Long> all(Collection<TopicPartition> of, long offset) {
      return of.stream().collect(Collectors.toMap(partition -> partition, partition -> offset));
    }

    @Override
    @SuppressWarnings("NullAway") // what Kafka gives where there is no such record
    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      assertThat(times).isEqualTo(Map.of(P0, 77L, P1, 77L));
      Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
      found.put(P0, new OffsetAndTimestamp(50, 78));
      found.put(P1, null);
      return found;
    }
  }
}

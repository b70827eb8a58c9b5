package dev.weir.jobs.kafka.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SourceClockTest {

  private static final TopicPartition P0 = new TopicPartition("t", 0);
  private static final TopicPartition P1 = new TopicPartition("t", 1);
  private static final long NONE = Long.MIN_VALUE;

  private final SourceClock clock = new SourceClock(new AppendTime(false, Duration.ofMillis(10)));

  /** Of a topic of two partitions, both of which somebody reads. */
  private Map<TopicPartition, Stretch> told(long asked, Map<TopicPartition, Long> ends) {
    clock.read(2);
    return clock.told(new TopicState(asked, 2, ends, Map.of()));
  }

  private void found(TopicPartition partition, Stretch stretch, long upTo, boolean record) {
    Stretch.Found found = new Stretch.Found(stretch, upTo, record);
    clock.told(new TopicState(1, 2, Map.of(), Map.of(partition, found)));
  }

  @Test
  void nothingIsKnown_beforeABrokerHasSaidSomething() {
    clock.add(P0, 0);
    clock.of(P0).emitted(0, 1000);
    assertThat(clock.watermark()).isEqualTo(NONE);
  }

  @Test
  void partitionThatIsReadToItsEnd_goesByTheClock_oneThatIsNot_byItsLastRecord() {
    clock.add(P0, 0);
    clock.add(P1, 7);
    clock.of(P0).emitted(0, 1000);
    told(5000, Map.of(P0, 2L, P1, 7L));
    assertThat(clock.watermark()).isEqualTo(990);
    clock.of(P0).emitted(1, 1100);
    told(6000, Map.of(P0, 2L, P1, 7L));
    assertThat(clock.watermark()).isEqualTo(5990);
  }

  @Test
  void partitionThatNothingIsKnownOf_holdsAll() {
    clock.add(P0, 0);
    clock.add(P1, 0);
    clock.of(P0).emitted(0, 1000);
    told(5000, Map.of(P0, 1L));
    assertThat(clock.watermark()).isEqualTo(NONE);
  }

  @Test
  void partitionThatNeverHadARecord_goesByTheClock_whereverItsReadingBegan() {
    clock.add(P0, 0);
    clock.add(P1, -2); // as the connector says: the oldest there is
    told(5000, Map.of(P0, 0L, P1, 0L));
    assertThat(clock.watermark()).isEqualTo(4990);
  }

  @Test
  void openTransaction_holdsItsPartition() {
    clock.add(P0, 0);
    clock.of(P0).emitted(0, 1000);
    told(5000, Map.of());
    assertThat(clock.watermark()).isEqualTo(990);
  }

  @Test
  void recordAheadOfTheClock_isBoundByTheClock() {
    clock.add(P0, 0);
    clock.of(P0).emitted(0, 9_000_000);
    told(5000, Map.of(P0, 9L));
    assertThat(clock.watermark()).isEqualTo(4990);
  }

  @Test
  void recordThatNobodyKnowsTheAppendOf_movesNothing() {
    clock.add(P0, 0);
    clock.of(P0).emitted(0, 1000);
    clock.of(P0).emitted(1, NONE);
    told(5000, Map.of(P0, 9L));
    assertThat(clock.watermark()).isEqualTo(990);
  }

  @Test
  void subtaskWithoutPartitions_goesOn_onceEveryPartitionHasAReader() {
    TopicState state = new TopicState(5000, 2, Map.of(), Map.of());
    clock.told(state);
    assertThat(clock.lacksReaders()).isTrue();
    assertThat(clock.watermark()).isEqualTo(NONE);
    clock.read(1);
    assertThat(clock.lacksReaders()).isTrue();
    assertThat(clock.watermark()).isEqualTo(NONE);
    clock.read(2);
    assertThat(clock.lacksReaders()).isFalse();
    assertThat(clock.watermark()).isEqualTo(4990);
  }

  @Test
  void newPartition_holdsThoseThatAreRead_untilItHasAReader() {
    clock.add(P0, 0);
    told(5000, Map.of(P0, 0L));
    clock.told(new TopicState(6000, 3, Map.of(P0, 0L), Map.of()));
    assertThat(clock.lacksReaders()).isTrue();
    assertThat(clock.watermark()).isEqualTo(4990);
    clock.read(3);
    assertThat(clock.watermark()).isEqualTo(5990);
  }

  @Test
  void clockThatIsSetBack_takesNothingBack() {
    clock.add(P0, 0);
    told(5000, Map.of(P0, 0L));
    told(4000, Map.of(P0, 0L));
    assertThat(clock.watermark()).isEqualTo(4990);
  }

  @Test
  void restBeforeTheEnd_isLookedThrough_onceNothingComesOfIt() {
    clock.add(P0, 0);
    clock.of(P0).emitted(4, 1000);
    assertThat(told(5000, Map.of(P0, 6L))).isEmpty();
    assertThat(told(6000, Map.of(P0, 6L))).isEqualTo(Map.of(P0, new Stretch(5, 6)));
    found(P0, new Stretch(5, 6), 6, false);
    assertThat(told(7000, Map.of(P0, 6L))).isEmpty();
    assertThat(clock.watermark()).isEqualTo(6990);
  }

  @Test
  void restThatHoldsARecord_isNotLookedThroughAgain_beforeThatWasEmitted() {
    clock.add(P0, 0);
    clock.of(P0).emitted(4, 1000);
    told(5000, Map.of(P0, 9L));
    Stretch rest = told(6000, Map.of(P0, 9L)).get(P0);
    assertThat(rest).isEqualTo(new Stretch(5, 9));
    found(P0, new Stretch(5, 9), 7, true);
    assertThat(told(7000, Map.of(P0, 9L))).isEmpty();
    assertThat(told(8000, Map.of(P0, 9L))).isEmpty();
    assertThat(clock.watermark()).isEqualTo(990);
    clock.of(P0).emitted(7, 1200);
    assertThat(told(9000, Map.of(P0, 9L))).isEmpty();
    assertThat(told(9100, Map.of(P0, 9L))).isEqualTo(Map.of(P0, new Stretch(8, 9)));
  }

  @Test
  void restThatIsNotLookedThroughYet_goesOnWhereTheLookStopped() {
    clock.add(P0, 0);
    told(5000, Map.of(P0, 90L));
    told(6000, Map.of(P0, 90L));
    found(P0, new Stretch(0, 90), 40, false);
    told(7000, Map.of(P0, 90L));
    assertThat(told(8000, Map.of(P0, 90L))).isEqualTo(Map.of(P0, new Stretch(40, 90)));
    assertThat(clock.watermark()).isEqualTo(NONE);
  }

  /** A subtask may lose a partition, and be given it again from further back. */
  @Test
  void whatWasFoundOfALaterRest_isNothingToAnEarlierOne() {
    clock.add(P0, 5);
    told(5000, Map.of(P0, 6L));
    clock.remove(P0);
    clock.add(P0, 0);
    found(P0, new Stretch(5, 6), 6, false);
    told(6000, Map.of(P0, 6L));
    assertThat(clock.watermark()).isEqualTo(NONE);
  }

  @Test
  void partitionThatIsGone_holdsNothing() {
    clock.add(P0, 0);
    clock.add(P1, 0);
    told(5000, Map.of(P0, 0L));
    clock.remove(P1);
    assertThat(clock.partitions()).containsExactly(P0);
    assertThat(clock.watermark()).isEqualTo(4990);
  }

  @Test
  void watermarksStayBehind() {
    assertThatThrownBy(() -> new AppendTime(false, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

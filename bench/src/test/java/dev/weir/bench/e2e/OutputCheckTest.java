package dev.weir.bench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.bench.orders.OrderFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A measurement of a job that loses or spoils records is none. */
class OutputCheckTest {

  private static final int RECORDS = 250;

  private final OutputCheck check = new OutputCheck(task(Job.IDENTITY));

  @Test
  void everyOrderOnce_passes_andGivesEachHundredth() {
    add(0, RECORDS);
    assertThat(check.complete()).containsOnlyKeys(0L, 100L, 200L);
  }

  @Test
  void missingOrder_isNoticed() {
    add(0, RECORDS - 1);
    assertThatThrownBy(check::complete).hasMessageContaining("only 249 of 250 orders");
  }

  @Test
  void orderForTheSecondTime_isNoticed() {
    add(0, RECORDS);
    assertThatThrownBy(() -> add(17, 18)).hasMessageContaining("second time: 17");
  }

  @Test
  void unknownOrder_isNoticed() {
    assertThatThrownBy(() -> add(RECORDS, RECORDS + 1)).hasMessageContaining("unknown order");
    assertThatThrownBy(() -> check.add(record("key", new byte[] {1, 2, 3})))
        .hasMessageContaining("unknown order");
  }

  @Test
  void changedOrder_isNoticed_whereNothingMayChange() {
    byte[] value = OrderFormat.JSON.record(3);
    value[value.length - 3]++;
    String key = OrderFormat.key(3);
    assertThatThrownBy(() -> check.add(record(key, value))).hasMessageContaining("3 has changed");
    byte[] whole = OrderFormat.JSON.record(4);
    assertThatThrownBy(() -> check.add(record("x", whole))).hasMessageContaining("4 has changed");
    new OutputCheck(task(Job.WEIR)).add(record("a token", value));
  }

  private void add(int from, int to) {
    for (int number = from; number < to; number++) {
      check.add(record(OrderFormat.key(number), OrderFormat.JSON.record(number)));
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
    return new ConsumerRecord<>("t", 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
  }

  private static PassTask task(Job job) {
    return new PassTask(
        job, OrderFormat.JSON, "", 0, "source", RECORDS, "small", 10, "out", Path.of("."));
  }
}

package dev.weir.jobs.usage;

import dev.weir.jobs.kafka.TopicReader;
import dev.weir.jobs.kafka.UsageRecords;
import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.charges.ChargeHeaders;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Lines of charges on Kafka, each once by source and id. */
public final class ChargesTopic {

  private ChargesTopic() {}

  /**
   * All lines of a topic that are committed.
   *
   * @return how many records are no charges
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give them
   */
  public static long read(TopicReader reader, String topic, Consumer<ChargeEvent> each) {
    long[] none = {0};
    Set<String> seen = new HashSet<>();
    reader.whole(
        topic,
        record -> {
          try {
            byte[] value = record.value() == null ? new byte[0] : record.value();
            ChargeEvent event = ChargeHeaders.read(UsageRecords.headers(record), value);
            if (seen.add(event.source() + "\n" + event.id())) {
              each.accept(event);
            }
          } catch (IllegalArgumentException foreign) {
            none[0]++;
          }
        });
    return none[0];
  }
}

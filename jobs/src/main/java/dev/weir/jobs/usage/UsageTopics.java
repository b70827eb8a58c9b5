package dev.weir.jobs.usage;

import dev.weir.jobs.kafka.TopicReader;
import dev.weir.jobs.kafka.UsageRecords;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import java.util.function.Consumer;

/** Usage events on Kafka. */
public final class UsageTopics {

  private UsageTopics() {}

  /**
   * All events of a topic that are committed.
   *
   * @return how many records are no usage events
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give them
   */
  public static long read(TopicReader reader, String topic, Consumer<UsageEvent> each) {
    long[] none = {0};
    reader.whole(
        topic,
        record -> {
          try {
            each.accept(UsageRecords.event(record));
          } catch (UsageFormatException foreign) {
            none[0]++;
          }
        });
    return none[0];
  }
}

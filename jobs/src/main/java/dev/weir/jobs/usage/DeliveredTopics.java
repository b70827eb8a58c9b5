package dev.weir.jobs.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.jobs.kafka.TopicReader;
import dev.weir.metering.reconcile.Count;
import dev.weir.metering.reconcile.Delivered;
import dev.weir.metering.reconcile.Place;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Counts partners' topics as any reader of them can: records and bytes of their values, by the
 * header {@code weir-agreement} and the minute of their timestamp.
 */
public final class DeliveredTopics {

  private static final String AGREEMENT = "weir-agreement";

  private final TopicReader reader;
  private final YearMonth month;
  private final SortedMap<Place, Count> counts = new TreeMap<>();
  private final SortedMap<String, Instant> gone = new TreeMap<>();
  private final SortedMap<String, Long> foreign = new TreeMap<>();

  /**
   * @param month what is not of it is not counted
   */
  public DeliveredTopics(TopicReader reader, YearMonth month) {
    this.reader = reader;
    this.month = month;
  }

  /**
   * Counts the topic of a release.
   *
   * @param now when it is read
   * @throws dev.weir.jobs.kafka.KafkaRefusal if the broker does not give it
   */
  public void read(ReleasePlan release, Instant now) {
    Map<Integer, Instant> first = new HashMap<>();
    Map<Integer, Long> beginnings = reader.beginnings(release.topic());
    reader.whole(
        release.topic(),
        record -> {
          Instant released = Instant.ofEpochMilli(record.timestamp());
          first.putIfAbsent(record.partition(), released);
          count(release, record, Minute.of(released));
        });
    beginnings.forEach(
        (partition, offset) -> {
          if (offset > 0) {
            gone(release, first.getOrDefault(partition, now));
          }
        });
  }

  private void count(ReleasePlan release, ConsumerRecord<byte[], byte[]> record, Minute minute) {
    if (!minute.month().equals(month)) {
      return;
    }
    AgreementRef agreement = agreement(record);
    if (agreement == null || record.value() == null) {
      foreign.merge(release.topic(), 1L, Long::sum);
      return;
    }
    Place place = new Place(release.partner(), agreement, release.release(), minute);
    counts.merge(place, new Count(1, record.value().length), Count::plus);
  }

  private static @Nullable AgreementRef agreement(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(AGREEMENT);
    try {
      return header == null ? null : AgreementRef.parse(new String(header.value(), UTF_8));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /**
   * What was deleted was written before what is left, but for records of the same moment that
   * another subtask has committed later: so the minute after it is not sure either.
   */
  private void gone(ReleasePlan release, Instant first) {
    Instant sure = first.truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.MINUTES);
    String name = release.partner() + "/" + release.release();
    gone.merge(name, sure, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** All that was counted. */
  public Delivered counted() {
    return new Delivered(counts, gone, foreign);
  }
}

package dev.weir.jobs.start;

import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.kafka.append.AppendTime;
import dev.weir.operators.stage.RecordFormat;

/**
 * Where a product is read.
 *
 * @param startFrom where there is no state yet
 * @param appendTime of statistics alone
 */
public record SourceSettings(
    String topic, StartFrom startFrom, RecordFormat format, AppendTime appendTime) {

  /** With the broker's timestamps. */
  public SourceSettings(String topic, StartFrom startFrom, RecordFormat format) {
    this(topic, startFrom, format, AppendTime.of(false));
  }

  /** The same in another format. */
  public SourceSettings withFormat(RecordFormat other) {
    return new SourceSettings(topic, startFrom, other, appendTime);
  }
}

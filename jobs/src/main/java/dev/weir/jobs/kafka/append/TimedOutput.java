package dev.weir.jobs.kafka.append;

import dev.weir.operators.record.SourceRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.kafka.common.TopicPartition;

/** Where the connector's reader emits to: tells the clock of each record once it is emitted. */
final class TimedOutput implements ReaderOutput<SourceRecord> {

  private final ReaderOutput<SourceRecord> output;
  private final AppendTimeSchema schema;
  private final SourceClock clock;

  TimedOutput(ReaderOutput<SourceRecord> output, AppendTimeSchema schema, SourceClock clock) {
    this.output = output;
    this.schema = schema;
    this.clock = clock;
  }

  @Override
  public SourceOutput<SourceRecord> createOutputForSplit(String splitId) {
    TopicPartition partition = partition(splitId);
    return new OfSplit(output.createOutputForSplit(splitId), schema, clock.of(partition));
  }

  /** As the connector names it: the topic, a hyphen, the partition. */
  static TopicPartition partition(String splitId) {
    int hyphen = splitId.lastIndexOf('-');
    return new TopicPartition(
        splitId.substring(0, hyphen), Integer.parseInt(splitId, hyphen + 1, splitId.length(), 10));
  }

  @Override
  public void releaseOutputForSplit(String splitId) {
    clock.remove(partition(splitId));
    output.releaseOutputForSplit(splitId);
  }

  @Override
  public void collect(SourceRecord record) {
    throw notOfASplit();
  }

  @Override
  public void collect(SourceRecord record, long timestamp) {
    throw notOfASplit();
  }

  private static IllegalStateException notOfASplit() {
    return new IllegalStateException("the connector emits records of its splits alone");
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    output.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    output.markIdle();
  }

  @Override
  public void markActive() {
    output.markActive();
  }

  private record OfSplit(
      SourceOutput<SourceRecord> output, AppendTimeSchema schema, SplitClock clock)
      implements SourceOutput<SourceRecord> {

    @Override
    public void collect(SourceRecord record) {
      collect(record, record.timestamp());
    }

    @Override
    public void collect(SourceRecord record, long timestamp) {
      long appended = schema.gaveAppendTime() ? timestamp : Long.MIN_VALUE;
      output.collect(record, appended);
      clock.emitted(record.offset(), appended);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      output.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      output.markIdle();
    }

    @Override
    public void markActive() {
      output.markActive();
    }
  }
}

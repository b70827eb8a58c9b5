package dev.weir.jobs.kafka.append;

import dev.weir.operators.record.SourceRecord;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * The connector's reader, which also emits watermarks: whenever a broker has said something, on the
 * subtask's output and not on that of a split, so that all of it goes by what the {@link
 * SourceClock} says.
 */
final class AppendTimeReader implements SourceReader<SourceRecord, KafkaPartitionSplit> {

  private final SourceReader<SourceRecord, KafkaPartitionSplit> connector;
  private final AppendTimeSchema schema;
  private final SourceClock clock;
  private final TopicWatch watch;
  private final SourceReaderContext context;
  private @Nullable ReaderOutput<SourceRecord> output;
  private @Nullable TimedOutput timed;
  private long emitted = Long.MIN_VALUE;

  AppendTimeReader(
      SourceReader<SourceRecord, KafkaPartitionSplit> connector,
      AppendTimeSchema schema,
      SourceClock clock,
      TopicWatch watch,
      SourceReaderContext context) {
    this.connector = connector;
    this.schema = schema;
    this.clock = clock;
    this.watch = watch;
    this.context = context;
  }

  @Override
  public void start() {
    watch.start();
    connector.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<SourceRecord> to) throws Exception {
    if (watch.hasNews()) {
      hear(watch.news());
      tell(to);
    }
    return connector.pollNext(timed(to));
  }

  private void hear(@Nullable TopicState news) {
    if (news != null) {
      watch.look(clock.told(news));
      if (clock.lacksReaders()) {
        context.sendSourceEventToCoordinator(new PartitionCount(news.partitions()));
      }
    }
  }

  private void tell(ReaderOutput<SourceRecord> to) {
    long watermark = clock.watermark();
    if (watermark > emitted) {
      emitted = watermark;
      to.emitWatermark(new Watermark(watermark));
    }
  }

  @SuppressWarnings("ReferenceEquality") // Flink has one
  private TimedOutput timed(ReaderOutput<SourceRecord> to) {
    if (timed == null || output != to) {
      output = to;
      timed = new TimedOutput(to, schema, clock);
    }
    return timed;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return watch.wake().unless(connector.isAvailable());
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    splits.forEach(split -> clock.add(split.getTopicPartition(), split.getStartingOffset()));
    watch.of(clock.partitions());
    connector.addSplits(splits);
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    if (event instanceof PartitionCount answer) {
      clock.read(answer.partitions());
    } else {
      connector.handleSourceEvents(event);
    }
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    return connector.snapshotState(checkpoint);
  }

  @Override
  public void notifyNoMoreSplits() {
    connector.notifyNoMoreSplits();
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    connector.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    connector.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    connector.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    try (SourceReader<SourceRecord, KafkaPartitionSplit> closed = connector) {
      watch.close();
    }
  }
}

package dev.weir.jobs.kafka.append;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.jspecify.annotations.Nullable;

/**
 * The connector's enumerator, which also tells readers how many partitions have one. It does not
 * tell of itself: what is sent to a task that ends in this moment would make Flink restart the job.
 */
final class AppendTimeEnumerator
    implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

  /** The connector's enumerator asks for none. */
  private static final long NO_CHECKPOINT = -1;

  private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> connector;
  private final SplitEnumeratorContext<KafkaPartitionSplit> context;

  AppendTimeEnumerator(
      SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> connector,
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    this.connector = connector;
    this.context = context;
  }

  /** A split that a reader was given before this is with it before the answer is. */
  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    if (event instanceof PartitionCount asked) {
      int read = read();
      if (read >= asked.partitions() && context.registeredReaders().containsKey(subtask)) {
        context.sendEventToSourceReader(subtask, new PartitionCount(read));
      }
    } else {
      connector.handleSourceEvent(subtask, event);
    }
  }

  private int read() {
    try {
      return connector.snapshotState(NO_CHECKPOINT).assignedSplits().size();
    } catch (Exception e) {
      throw new IllegalStateException("the connector does not say which partitions are read", e);
    }
  }

  @Override
  public void start() {
    connector.start();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    connector.handleSplitRequest(subtask, host);
  }

  @Override
  public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
    connector.addSplitsBack(splits, subtask);
  }

  @Override
  public void addReader(int subtask) {
    connector.addReader(subtask);
  }

  @Override
  public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
    return connector.snapshotState(checkpoint);
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
  public void close() throws IOException {
    connector.close();
  }
}

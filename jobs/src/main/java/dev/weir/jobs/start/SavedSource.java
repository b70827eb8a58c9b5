package dev.weir.jobs.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerialization;

/** What a checkpoint or savepoint says of a source. */
final class SavedSource {

  /** As Flink's {@code SourceOperator} names it. */
  private static final ListStateDescriptor<byte[]> SPLITS =
      new ListStateDescriptor<>("SourceReaderState", BytePrimitiveArraySerializer.INSTANCE);

  private SavedSource() {}

  /**
   * The topics whose partitions were read: Flink goes on reading them, whatever topic the source is
   * made for.
   *
   * @throws IOException if it cannot be read
   */
  static Set<String> topics(String path, String uid) throws IOException {
    return new TreeSet<>(
        new SavedOperator(path, uid)
            .read(
                state -> {
                  List<String> topics = new ArrayList<>();
                  for (byte[] split : state.getListState(SPLITS).get()) {
                    topics.add(topic(split));
                  }
                  return topics;
                }));
  }

  private static String topic(byte[] split) throws IOException {
    return SimpleVersionedSerialization.readVersionAndDeSerialize(
            new KafkaPartitionSplitSerializer(), split)
        .getTopicPartition()
        .topic();
  }
}

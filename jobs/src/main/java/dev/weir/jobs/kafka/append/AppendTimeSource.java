package dev.weir.jobs.kafka.append;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.WallClock;
import dev.weir.operators.state.StreamType;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * {@link KafkaEnds#source} with watermarks that are append times: where one stands at W, every
 * committed record of the topic that was appended at W or before has been emitted, whatever records
 * say of their own time. On a topic that is read to its end they go on by the clock, {@link
 * AppendTime#allowance} behind it; while no broker answers they stand still.
 *
 * <p>An element's timestamp is when it was appended, and {@link Long#MIN_VALUE} if nobody knows:
 * such a record was written before the topic was given append times, and moves no watermark.
 *
 * <p>Its state is the connector's: it goes on where that source stopped, and the other way round.
 */
public record AppendTimeSource(
    KafkaCluster kafka, String topic, String group, StartFrom startFrom, AppendTime time)
    implements Source<SourceRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<SourceRecord> {

  private KafkaSource<SourceRecord> connector(AppendTimeSchema schema) {
    return KafkaEnds.source(kafka, topic, group, startFrom, schema);
  }

  /** For all that is not reading. */
  private KafkaSource<SourceRecord> connector() {
    return connector(new AppendTimeSchema(time.trustsProducer()));
  }

  @Override
  public SourceReader<SourceRecord, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    AppendTimeSchema schema = new AppendTimeSchema(time.trustsProducer());
    return new AppendTimeReader(
        connector(schema).createReader(context),
        schema,
        new SourceClock(time),
        new TopicWatch(() -> new KafkaTopicBroker(kafka, topic), WallClock.system()),
        context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return new AppendTimeEnumerator(connector().createEnumerator(context), context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws Exception {
    return new AppendTimeEnumerator(connector().restoreEnumerator(context, state), context);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return connector().getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return connector().getEnumeratorCheckpointSerializer();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public TypeInformation<SourceRecord> getProducedType() {
    return StreamType.SOURCE_RECORD;
  }
}

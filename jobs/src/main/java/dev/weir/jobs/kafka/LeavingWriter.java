package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector's writer, which says once what it could not send. Of its own (5.0.0) it says so
 * again when it is closed; Flink takes that for a task that cannot be cleaned up, and ends the
 * whole task manager with all that runs on it. Nothing is lost by it: before a checkpoint all is
 * flushed, and what is not in one is taken back.
 */
record LeavingWriter(
    PrecommittingStatefulSinkWriter<OutputRecord, KafkaWriterState, KafkaCommittable> kafka)
    implements StatefulSinkWriter<OutputRecord, KafkaWriterState>,
        CommittingSinkWriter<OutputRecord, KafkaCommittable> {

  private static final Logger LOG = LoggerFactory.getLogger(LeavingWriter.class);

  @Override
  public void write(OutputRecord record, Context context) throws IOException, InterruptedException {
    kafka.write(record, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    kafka.flush(endOfInput);
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
    kafka.writeWatermark(watermark);
  }

  @Override
  public List<KafkaWriterState> snapshotState(long checkpoint) throws IOException {
    return kafka.snapshotState(checkpoint);
  }

  @Override
  public Collection<KafkaCommittable> prepareCommit() throws IOException, InterruptedException {
    return kafka.prepareCommit();
  }

  @Override
  public void close() throws Exception {
    try {
      kafka.close();
    } catch (IOException notSent) {
      LOG.warn("What was not sent before this writer closed is taken back: {}", cause(notSent));
    }
  }

  private static String cause(IOException notSent) {
    Throwable cause = notSent;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }
}

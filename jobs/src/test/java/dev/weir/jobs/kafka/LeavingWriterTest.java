package dev.weir.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.junit.jupiter.api.Test;

/** Promise 8: a topic that refuses records ends one job, and not all that runs beside it. */
class LeavingWriterTest {

  /** As the connector's: what was not sent is thrown by whichever is called next. */
  private static final class Refused
      implements PrecommittingStatefulSinkWriter<OutputRecord, KafkaWriterState, KafkaCommittable> {
    private boolean closed;

    @Override
    public void write(OutputRecord record, Context context) {}

    @Override
    public void flush(boolean endOfInput) throws IOException {
      throw new IOException("not sent");
    }

    @Override
    public List<KafkaWriterState> snapshotState(long checkpoint) {
      return List.of();
    }

    @Override
    public Collection<KafkaCommittable> prepareCommit() {
      return List.of();
    }

    @Override
    public void close() throws IOException {
      closed = true;
      throw new IOException("not sent either");
    }
  }

  @Test
  void whatWasNotSent_isThrownByTheFlushOfACheckpoint_andNotByClosing() {
    Refused refused = new Refused();
    LeavingWriter writer = new LeavingWriter(refused);
    assertThatThrownBy(() -> writer.flush(false)).hasMessage("not sent");
    assertThatCode(writer::close).doesNotThrowAnyException();
    assertThat(refused.closed).isTrue();
  }
}

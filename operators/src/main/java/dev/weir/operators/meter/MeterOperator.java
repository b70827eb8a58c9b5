package dev.weir.operators.meter;

import dev.weir.operators.record.OutputRecord;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The meter: passes everything on, and ahead of each barrier sends after it what it has counted, so
 * that both are in one transaction. It keeps nothing beyond a barrier, and so has no state.
 */
public final class MeterOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<OutputRecord, OutputRecord>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private final MeterSettings settings;
  private final List<MeteredRelease> releases;

  @SuppressWarnings("NullAway.Init") // set in open, before any record
  private transient UsageMeter meter;

  public MeterOperator(MeterSettings settings, List<MeteredRelease> releases) {
    this.settings = settings;
    this.releases = List.copyOf(releases);
  }

  @Override
  public void open() throws Exception {
    super.open();
    meter = new UsageMeter(settings, releases);
  }

  @Override
  public void processElement(StreamRecord<OutputRecord> element) {
    meter.add(element.getValue());
    output.collect(element);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    tell(checkpoint);
  }

  @Override
  public void endInput() {
    tell(CountingFunction.END);
  }

  private void tell(long checkpoint) {
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    meter.tell(
        settings.part("", subtask, checkpoint),
        record -> output.collect(new StreamRecord<>(record)));
  }
}

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
  private final String stage;
  private final List<MeteredRelease> releases;

  @SuppressWarnings("NullAway.Init") // set in open, before any record
  private transient UsageMeter meter;

  /**
   * @param stage a letter, where a job has another meter; else nothing
   * @param releases all that the job has: what waits is of a release that may leave another way by
   *     now
   */
  public MeterOperator(MeterSettings settings, String stage, List<MeteredRelease> releases) {
    this.settings = settings;
    this.stage = stage;
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
        settings.part(stage, subtask, checkpoint),
        record -> output.collect(new StreamRecord<>(record)));
  }
}

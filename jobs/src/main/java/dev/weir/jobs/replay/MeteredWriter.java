package dev.weir.jobs.replay;

import dev.weir.jobs.kafka.ReplayWriter;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.meter.MeteredRelease;
import dev.weir.operators.meter.UsageMeter;
import dev.weir.operators.record.OutputRecord;
import java.util.List;

/** Writes records, and in their transaction what is counted of them. Confined to one thread. */
final class MeteredWriter {

  private final ReplayWriter writer;
  private final MeterSettings settings;
  private final UsageMeter meter;
  private long transaction;

  MeteredWriter(ReplayWriter writer, MeterSettings settings, List<MeteredRelease> releases) {
    this.writer = writer;
    this.settings = settings;
    this.meter = new UsageMeter(settings, releases);
  }

  void send(OutputRecord record) {
    writer.send(record);
    meter.add(record);
  }

  void note(String topic, byte[] key, byte[] value) {
    writer.note(topic, key, value);
  }

  /** Commits all since the last call: see {@link ReplayWriter#commit}. */
  void commit() {
    meter.tell(settings.part("r", 0, transaction++), writer::send);
    writer.commit();
  }
}

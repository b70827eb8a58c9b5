package dev.weir.local.command;

import dev.weir.local.preview.ReleaseSample;
import dev.weir.local.terminal.TextTable;
import dev.weir.operators.record.Reason;
import java.util.List;

/** What became of all records of a sample. */
final class SampleLines {

  private SampleLines() {}

  static List<String> of(List<ReleaseSample> samples) {
    TextTable table = new TextTable("TOPIC", "OUTCOME", "REASON", "RECORDS");
    for (ReleaseSample sample : samples) {
      String topic = sample.release().topic();
      table.row(topic, "released", "", Amount.of(sample.released()));
      sample
          .refused()
          .forEach(
              (reason, count) ->
                  table.row(topic, outcome(reason), reason.word(), Amount.of(count)));
    }
    return table.lines();
  }

  private static String outcome(Reason reason) {
    return reason.withheld() ? "withheld" : "dead-lettered";
  }
}

package dev.weir.operators.stage;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import org.apache.flink.util.OutputTag;

/** What a quota may keep back: it leaves a stage beside what leaves for good. */
public final class Restrained {

  /** Of all agreements; each record has an origin, and so has word of who is to be forgotten. */
  public static final OutputTag<OutputRecord> RECORDS =
      new OutputTag<>("restrained", StreamType.OUTPUT_RECORD);

  private static final byte[] NOTHING = {};

  private Restrained() {}

  /**
   * Word that what waits of a subject is to be forgotten. It goes where the release's records do.
   */
  static OutputRecord forgetting(ReleasePlan release, ValueName subject) {
    List<OutputHeader> headers =
        List.of(new OutputHeader(Departure.AGREEMENT, release.agreementInVersion()));
    return new OutputRecord(release.topic(), null, NOTHING, 0, headers)
        .of(Origin.forgetting(subject));
  }

  /** The agreement that a record leaves by, without its version: what quotas are keyed by. */
  public static String agreement(OutputRecord record) {
    for (OutputHeader header : record.headers()) {
      if (header.name().equals(Departure.AGREEMENT)) {
        return header.value().substring(0, header.value().lastIndexOf('@'));
      }
    }
    throw new IllegalStateException("what leaves by an agreement names it");
  }
}

package dev.weir.operators.state;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.Origin.Member;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Origins: the event's time, and the member after a word whether there is one. */
final class Origins {

  private Origins() {}

  static void write(Origin origin, DataOutputView target) throws IOException {
    target.writeLong(origin.eventTime());
    Member member = origin.member();
    target.writeBoolean(member != null);
    if (member != null) {
      target.writeLong(member.crowdHigh());
      target.writeLong(member.crowdLow());
      target.writeLong(member.personHigh());
      target.writeLong(member.personLow());
    }
  }

  static Origin read(DataInputView source) throws IOException {
    long eventTime = source.readLong();
    return new Origin(eventTime, source.readBoolean() ? member(source) : null);
  }

  private static Member member(DataInputView source) throws IOException {
    return new Member(source.readLong(), source.readLong(), source.readLong(), source.readLong());
  }
}

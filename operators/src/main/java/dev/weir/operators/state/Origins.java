package dev.weir.operators.state;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.Origin.Member;
import dev.weir.operators.record.ValueName;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Origins: the event's time, and a byte of flags for what follows: the member, the subject and the
 * ε, which former builds did not name.
 */
final class Origins {

  private static final int MEMBER = 1;
  private static final int EPSILON = 2;
  private static final int SUBJECT = 4;

  private Origins() {}

  static void write(Origin origin, DataOutputView target) throws IOException {
    target.writeLong(origin.eventTime());
    Member member = origin.member();
    ValueName subject = origin.subject();
    target.writeByte(
        (member == null ? 0 : MEMBER)
            | (subject == null ? 0 : SUBJECT)
            | (origin.epsilon() == 0 ? 0 : EPSILON));
    if (member != null) {
      target.writeLong(member.crowdHigh());
      target.writeLong(member.crowdLow());
      target.writeLong(member.personHigh());
      target.writeLong(member.personLow());
    }
    if (subject != null) {
      target.writeLong(subject.high());
      target.writeLong(subject.low());
    }
    if (origin.epsilon() != 0) {
      target.writeLong(origin.epsilon());
    }
  }

  static Origin read(DataInputView source) throws IOException {
    long eventTime = source.readLong();
    int parts = source.readByte();
    return new Origin(
        eventTime,
        (parts & MEMBER) == 0 ? null : member(source),
        (parts & SUBJECT) == 0 ? null : new ValueName(source.readLong(), source.readLong()),
        (parts & EPSILON) == 0 ? 0 : source.readLong());
  }

  private static Member member(DataInputView source) throws IOException {
    return new Member(source.readLong(), source.readLong(), source.readLong(), source.readLong());
  }
}

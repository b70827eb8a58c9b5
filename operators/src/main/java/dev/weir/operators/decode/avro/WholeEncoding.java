package dev.weir.operators.decode.avro;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.weir.operators.bytes.ByteOutput;
import org.apache.avro.Schema;

/** An int or a long. */
public final class WholeEncoding extends Encoding {

  private static final int DIGITS = 20;
  private final boolean isLong;

  WholeEncoding(boolean isLong) {
    this.isLong = isLong;
  }

  @Override
  void pass(AvroInput in) {
    if (isLong) {
      in.readLong();
    } else {
      in.readInt();
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return type.getType() == (isLong ? Schema.Type.LONG : Schema.Type.INT)
        || type.getType() == Schema.Type.LONG;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    digits(Varint.read(bytes, from), out);
  }

  /** Appends a number in decimal. */
  public static void digits(long number, ByteOutput out) {
    byte[] room = out.room(DIGITS).array();
    out.advanceTo(NumberOutput.outputLong(number, room, out.length()));
  }
}

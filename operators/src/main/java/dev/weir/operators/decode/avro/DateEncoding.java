package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.rfc3339.Dates;
import org.apache.avro.Schema;

/** A date as days since 1970-01-01. A day outside the years 0 to 9999 is not a date. */
final class DateEncoding extends Encoding {

  private final Refusal wrongType;

  DateEncoding(Refusal wrongType) {
    this.wrongType = wrongType;
  }

  @Override
  void pass(AvroInput in) {
    in.readInt();
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    if (!Dates.writable(Varint.read(bytes, from))) {
      throw wrongType;
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return type.getType() == Schema.Type.INT;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    long day = Varint.read(bytes, from);
    if (Dates.writable(day)) {
      Dates.write(day, Dates.LENGTH, out);
    }
  }
}

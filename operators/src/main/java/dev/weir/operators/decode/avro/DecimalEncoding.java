package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A decimal: a two's-complement unscaled value, big-endian, in bytes or in a fixed. Its text has
 * exactly as many decimals as the scale says.
 */
public final class DecimalEncoding extends Encoding {

  private static final int VARIABLE = -1;

  private final int scale;
  private final int maxBytes;
  private final int fixedSize;
  private final Refusal wrongType;

  private DecimalEncoding(int scale, int precision, int fixedSize, Refusal wrongType) {
    this.scale = scale;
    this.fixedSize = fixedSize;
    this.maxBytes = Math.max(fixedSize, bytesFor(precision));
    this.wrongType = wrongType;
  }

  static DecimalEncoding ofBytes(int scale, int precision, Refusal wrongType) {
    return new DecimalEncoding(scale, precision, VARIABLE, wrongType);
  }

  static DecimalEncoding ofFixed(int scale, int precision, int size, Refusal wrongType) {
    return new DecimalEncoding(scale, precision, size, wrongType);
  }

  /** A sign and so many digits. */
  private static int bytesFor(int precision) {
    return BigInteger.TEN.pow(precision).bitLength() / 8 + 1;
  }

  public int scale() {
    return scale;
  }

  /** Where the unscaled value begins. */
  public int start(byte[] bytes, int from) {
    return fixedSize == VARIABLE ? Varint.end(bytes, from) : from;
  }

  @Override
  void pass(AvroInput in) {
    in.skip(fixedSize == VARIABLE ? in.readLength() : fixedSize);
  }

  /** More bytes than the precision takes would let a value cost more than its due. */
  @Override
  void check(byte[] bytes, int from, int to) {
    int length = to - start(bytes, from);
    if (length == 0 || length > maxBytes) {
      throw wrongType;
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return fixedSize == VARIABLE
        && type.getType() == Schema.Type.BYTES
        && type.getLogicalType() instanceof LogicalTypes.Decimal decimal
        && decimal.getScale() == scale;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    int start = start(bytes, from);
    if (to - start == 0 || to - start > maxBytes) {
      return;
    }
    BigDecimal value = new BigDecimal(new BigInteger(bytes, start, to - start), scale);
    out.write(value.toPlainString().getBytes(StandardCharsets.US_ASCII));
  }
}

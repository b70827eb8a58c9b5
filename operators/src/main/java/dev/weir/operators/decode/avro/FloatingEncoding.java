package dev.weir.operators.decode.avro;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.weir.operators.bytes.ByteOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/** A float or a double. Its text is the shortest that reads back as the same value. */
public final class FloatingEncoding extends Encoding {

  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean isDouble;
  private final Refusal notFinite;

  FloatingEncoding(boolean isDouble, Refusal notFinite) {
    this.isDouble = isDouble;
    this.notFinite = notFinite;
  }

  @Override
  void pass(AvroInput in) {
    in.skip(isDouble ? Double.BYTES : Float.BYTES);
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    if (!Double.isFinite(value(bytes, from))) {
      throw notFinite;
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return type.getType() == (isDouble ? Schema.Type.DOUBLE : Schema.Type.FLOAT);
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    String shortest =
        isDouble
            ? NumberOutput.toString((double) DOUBLES.get(bytes, from), true)
            : NumberOutput.toString((float) FLOATS.get(bytes, from), true);
    out.write(shortest.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The value; a float widened, which is exact. */
  public double value(byte[] bytes, int from) {
    return isDouble ? (double) DOUBLES.get(bytes, from) : (float) FLOATS.get(bytes, from);
  }
}

package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/** An enum: what it means is the symbol, by the writer's own list. */
final class EnumEncoding extends Encoding {

  private final byte[][] symbols;

  EnumEncoding(List<String> symbols) {
    this.symbols =
        symbols.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  @Override
  void pass(AvroInput in) {
    int index = in.readInt();
    if (index < 0 || index >= symbols.length) {
      throw Refusal.MALFORMED;
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return false;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    out.write(symbols[(int) Varint.read(bytes, from)]);
  }
}

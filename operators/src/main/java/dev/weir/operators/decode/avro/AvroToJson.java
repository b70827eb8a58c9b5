package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.plan.Shape;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Data of one writer's schema to JSON objects of the fields that a shape names: how an Avro file
 * takes the way of JSON. Numbers keep their value exactly; a decimal keeps its digits, a timestamp
 * becomes RFC 3339 in UTC, an enum its symbol, a map an object. Confined to one thread.
 */
public final class AvroToJson {

  private final AvroInput in;
  private final JsonNode root;

  private AvroToJson(AvroInput in, JsonNode root) {
    this.in = in;
    this.root = root;
  }

  /**
   * @param faults gets every named field that the schema cannot give; then nothing may be read
   * @return null if there are faults
   */
  public static @Nullable AvroToJson compile(
      Schema writer, Shape.Fields shape, int maxDepth, List<SchemaFault> faults) {
    JsonNode root = new JsonNodes(faults).fields(writer, shape, null);
    if (new Skips().least(writer) == 0) {
      faults.add(new SchemaFault(null, "the schema's records hold nothing", "Give it fields"));
    }
    return faults.isEmpty() ? new AvroToJson(new AvroInput(maxDepth), root) : null;
  }

  /**
   * Appends the datum that starts there.
   *
   * @return the place after it; -1 if there is none, and what was appended means nothing
   */
  public int convert(byte[] bytes, int from, int to, ByteOutput out) {
    in.set(bytes, from, to);
    try {
      root.write(in, out);
      return in.at();
    } catch (Refusal malformed) {
      return -1;
    }
  }
}

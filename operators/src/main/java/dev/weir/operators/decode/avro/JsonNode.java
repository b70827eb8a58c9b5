package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one value of a datum and writes it as JSON. */
interface JsonNode {

  /**
   * @throws Refusal if the value does not end inside the datum
   */
  void write(AvroInput in, ByteOutput out);

  /**
   * One value. What is not a number is written as a string, so that the reader of the JSON counts
   * it as of the wrong type and can say in which field.
   */
  record Leaf(Encoding encoding, boolean quoted) implements JsonNode {
    @Override
    public void write(AvroInput in, ByteOutput out) {
      int from = in.at();
      encoding.pass(in);
      int start = out.length();
      encoding.text(in.bytes(), from, in.at(), out);
      if (quoted || !JsonText.isNumberOrBoolean(out.array(), start, out.length())) {
        JsonText.quoteFrom(start, out);
      }
    }
  }

  /** A value, or null, as the union's index says. */
  record Union(NonNull union, JsonNode value) implements JsonNode {
    @Override
    public void write(AvroInput in, ByteOutput out) {
      int index = in.readInt();
      if (index == union.index()) {
        value.write(in, out);
      } else if (index == union.nullIndex() && index >= 0) {
        out.write(JsonText.NULL);
      } else {
        throw Refusal.MALFORMED;
      }
    }
  }

  /**
   * A field of a record.
   *
   * @param name as JSON, with the quotes and the colon; null with a skip
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Member(byte @Nullable [] name, @Nullable JsonNode value, @Nullable Skip skip) {

    /** Whether the member was written. */
    boolean write(AvroInput in, ByteOutput out, boolean first) {
      if (name == null || value == null) {
        Objects.requireNonNull(skip).skip(in);
        return false;
      }
      if (!first) {
        out.write(',');
      }
      out.write(name);
      value.write(in, out);
      return true;
    }
  }

  /** A record as an object of the fields that the shape names. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fields(Member[] members) implements JsonNode {
    @Override
    public void write(AvroInput in, ByteOutput out) {
      in.enter();
      out.write('{');
      boolean first = true;
      for (Member member : members) {
        first &= !member.write(in, out, first);
      }
      out.write('}');
      in.leave();
    }
  }

  /** A map as an object of the keys that the shape names. */
  record Entries(Map<String, Member> named, Member other, int itemBytes) implements JsonNode {
    @Override
    public void write(AvroInput in, ByteOutput out) {
      in.enter();
      out.write('{');
      boolean first = true;
      Blocks blocks = new Blocks(in, itemBytes);
      for (long n = blocks.next(); n > 0; n = blocks.next()) {
        for (long i = 0; i < n; i++) {
          first &= !named.getOrDefault(key(in), other).write(in, out, first);
        }
      }
      out.write('}');
      in.leave();
    }

    private static String key(AvroInput in) {
      int length = in.readLength();
      in.skip(length);
      return new String(in.bytes(), in.at() - length, length, StandardCharsets.UTF_8);
    }
  }

  /** An array. */
  record Items(JsonNode item, int itemBytes) implements JsonNode {
    @Override
    public void write(AvroInput in, ByteOutput out) {
      in.enter();
      out.write('[');
      boolean first = true;
      Blocks blocks = new Blocks(in, itemBytes);
      for (long n = blocks.next(); n > 0; n = blocks.next()) {
        for (long i = 0; i < n; i++) {
          if (!first) {
            out.write(',');
          }
          item.write(in, out);
          first = false;
        }
      }
      out.write(']');
      in.leave();
    }
  }
}

package dev.weir.operators.treat.json;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.json.JsonStrings;
import dev.weir.operators.record.Rejection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes an object: absent fields stay absent, null ones null, and an object without any empty. */
final class WriteFields implements Write {

  /** What stands before each field's value: a comma, the name and a colon. */
  private final byte[][] before;

  private final int[] slots;
  private final Write[] values;

  /** Which stand in what leaves even if they are absent: what is open, and what is around it. */
  private final boolean[] open;

  /**
   * @param names of what leaves
   * @param slots of where it comes from
   */
  WriteFields(List<String> names, List<Integer> slots, List<Write> values) {
    this.before = names.stream().map(WriteFields::before).toArray(byte[][]::new);
    this.slots = slots.stream().mapToInt(Integer::intValue).toArray();
    this.values = values.toArray(Write[]::new);
    this.open = new boolean[values.size()];
    for (int i = 0; i < open.length; i++) {
      open[i] = values.get(i).isOpen();
    }
  }

  @Override
  public boolean isOpen() {
    return IntStream.range(0, open.length).anyMatch(i -> open[i]);
  }

  private static byte[] before(String name) {
    ByteOutput out = new ByteOutput(name.length() + 4);
    out.write(',');
    JsonStrings.write(name, out);
    out.write(':');
    return out.toByteArray();
  }

  /** The first field's comma becomes the object's brace. */
  @Override
  public @Nullable Rejection write(Work work, int base) {
    ByteOutput out = work.value;
    int start = out.length();
    for (int i = 0; i < values.length; i++) {
      int span = work.spans[base + slots[i]];
      if (span != JsonLayout.ABSENT || open[i]) {
        out.write(before[i]);
        boolean none = span == JsonLayout.NULL && !open[i];
        Rejection refused = none ? writeNull(out) : values[i].write(work, base);
        if (refused != null) {
          return refused;
        }
      }
    }
    end(start, out);
    return null;
  }

  private static @Nullable Rejection writeNull(ByteOutput out) {
    out.write(Json.NULL);
    return null;
  }

  private static void end(int start, ByteOutput out) {
    if (out.length() == start) {
      out.write(Json.EMPTY_OBJECT);
    } else {
      out.array()[start] = '{';
      out.write('}');
    }
  }
}

package dev.weir.operators.decode.avro;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Moves past one value of a datum and notes where those that the plan names stand. */
interface Walk {

  /**
   * @throws Refusal if the datum is refused
   */
  void walk(AvroInput in, int[] spans);

  /** What no plan names. */
  record Past(Skip skip) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      skip.skip(in);
    }
  }

  /** A value that a plan names. */
  record Note(int slot, Encoding encoding) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      int from = in.at();
      encoding.pass(in);
      int to = in.at();
      encoding.check(in.bytes(), from, to);
      spans[slot] = from;
      spans[slot + 1] = to;
    }
  }

  /** A string that a plan names; as {@link Note}, without reading its length twice. */
  record NoteText(int slot) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      int from = in.at();
      int length = in.readLength();
      int start = in.at();
      if (!Utf8.wellFormed(in.bytes(), start, start + length)) {
        throw Refusal.MALFORMED;
      }
      in.skip(length);
      spans[slot] = from;
      spans[slot + 1] = start + length;
    }
  }

  /** How a value is noted. */
  static Walk note(int slot, Encoding encoding) {
    boolean anyText = encoding instanceof TextEncoding && !(encoding instanceof IsoEncoding);
    return anyText ? new NoteText(slot) : new Note(slot, encoding);
  }

  /**
   * A union of a value and null, or of one.
   *
   * @param whenNull what a null is refused with; null: it is not
   */
  record OrNull(NonNull union, Walk value, @Nullable Refusal whenNull) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      int index = in.readInt();
      if (index == union.index()) {
        value.walk(in, spans);
      } else if (index < 0 || index != union.nullIndex()) {
        throw Refusal.MALFORMED;
      } else if (whenNull != null) {
        throw whenNull;
      }
    }
  }

  /** Throws, whatever is there: a value that the writer does not write and the product requires. */
  record Refuse(Refusal refusal) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      throw refusal;
    }
  }

  /** A record. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fields(int slot, Walk[] parts) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      in.enter();
      spans[slot] = in.at();
      for (Walk part : parts) {
        part.walk(in, spans);
      }
      spans[slot + 1] = in.at();
      in.leave();
    }
  }

  /** An array: every item is walked, to be checked, and noted in spans that nobody keeps. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Items(int slot, Walk item, int[] unkept, int itemBytes) implements Walk {
    @Override
    public void walk(AvroInput in, int[] spans) {
      in.enter();
      int from = in.at();
      Blocks blocks = new Blocks(in, itemBytes);
      for (long n = blocks.next(); n > 0; n = blocks.next()) {
        for (long i = 0; i < n; i++) {
          item.walk(in, unkept);
        }
      }
      spans[slot] = from;
      spans[slot + 1] = in.at();
      in.leave();
    }
  }

  /** Spans in which nothing is noted. */
  static int[] spans(int length) {
    int[] spans = new int[length];
    Arrays.fill(spans, Layout.ABSENT);
    return spans;
  }
}

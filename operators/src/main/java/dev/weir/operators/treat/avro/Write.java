package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.decode.avro.DecimalEncoding;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.FloatingEncoding;
import dev.weir.operators.decode.avro.ItemCursor;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.decode.avro.Varint;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import org.jspecify.annotations.Nullable;

/** Writes one value of a release. */
interface Write {

  /**
   * @return why the release refuses the record; null if it does not
   */
  @Nullable Rejection write(Work work, int[] spans);

  /** Null, in a union that has it first: the writer has no such field. */
  record Null() implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      work.value.write(0);
      return null;
    }
  }

  /** Null or the value, as the source has it. */
  record OrNull(int slot, Write value) implements Write {

    private static final int SECOND = 2; // index 1, zig-zag

    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      if (spans[slot] == Layout.ABSENT) {
        work.value.write(0);
        return null;
      }
      work.value.write(SECOND);
      return value.write(work, spans);
    }
  }

  /** A value that decode has made sure of. */
  record Required(int slot, Rejection missing, Write value) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      return spans[slot] == Layout.ABSENT ? missing : value.write(work, spans);
    }
  }

  /** The source's bytes. */
  record Copy(int slot) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      work.value.write(work.source, spans[slot], spans[slot + 1]);
      return null;
    }
  }

  /** Bytes that stand for every value. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Constant(byte[] bytes) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      work.value.write(bytes);
      return null;
    }
  }

  /** A value as a string of its canonical text. */
  record Said(int slot, Encoding encoding) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      work.text.reset();
      encoding.text(work.source, spans[slot], spans[slot + 1], work.text);
      Numbers.prefixed(work.text.array(), 0, work.text.length(), work.value);
      return null;
    }
  }

  /** A decimal of fixed length as one whose length is told. */
  record Unfixed(int slot, DecimalEncoding encoding) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      int start = encoding.start(work.source, spans[slot]);
      Numbers.prefixed(work.source, start, spans[slot + 1], work.value);
      return null;
    }
  }

  /** An int or long as a float or double. */
  record Floated(int slot, boolean toDouble) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      long whole = Varint.read(work.source, spans[slot]);
      if (toDouble) {
        Numbers.writeDouble(whole, work.value);
      } else {
        Numbers.writeFloat(whole, work.value);
      }
      return null;
    }
  }

  /** A float as a double. */
  record Doubled(int slot, FloatingEncoding encoding) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      Numbers.writeDouble(encoding.value(work.source, spans[slot]), work.value);
      return null;
    }
  }

  /** A record, field by field. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fields(Write[] fields) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      for (Write field : fields) {
        Rejection refused = field.write(work, spans);
        if (refused != null) {
          return refused;
        }
      }
      return null;
    }
  }

  /** An array, item by item, in the source's blocks. */
  record Items(int slot, ItemCursor cursor, Write item) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      cursor.open(work.source, spans[slot], spans[slot + 1]);
      for (long n = cursor.nextBlock(); n > 0; n = cursor.nextBlock()) {
        Numbers.writeLong(n, work.value);
        for (long i = 0; i < n; i++) {
          Rejection refused = item.write(work, cursor.nextItem());
          if (refused != null) {
            return refused;
          }
        }
      }
      work.value.write(0);
      return null;
    }
  }

  /** A required value that is not there. */
  static Rejection missing(FieldPath path) {
    return new Rejection(Reason.MISSING, path);
  }
}

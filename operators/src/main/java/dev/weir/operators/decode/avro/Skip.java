package dev.weir.operators.decode.avro;

import java.util.List;

/** Moves past values that no plan names. */
interface Skip {

  /**
   * @throws Refusal if the value does not end inside the datum
   */
  void skip(AvroInput in);

  /** Of values that always take so many bytes. */
  record Fixed(int bytes) implements Skip {
    @Override
    public void skip(AvroInput in) {
      in.skip(bytes);
    }
  }

  /** An enum's index. */
  record Index(int symbols) implements Skip {
    @Override
    public void skip(AvroInput in) {
      int index = in.readInt();
      if (index < 0 || index >= symbols) {
        throw Refusal.MALFORMED;
      }
    }
  }

  /** An int. */
  record Int() implements Skip {
    @Override
    public void skip(AvroInput in) {
      in.readInt();
    }
  }

  /** A long. */
  record Long() implements Skip {
    @Override
    public void skip(AvroInput in) {
      in.readLong();
    }
  }

  /** A string or bytes. */
  record Prefixed() implements Skip {
    @Override
    public void skip(AvroInput in) {
      in.skip(in.readLength());
    }
  }

  /** A map's key and value. */
  record Entry(Skip value) implements Skip {
    @Override
    public void skip(AvroInput in) {
      in.skip(in.readLength());
      value.skip(in);
    }
  }

  /** The items of an array, or the entries of a map. */
  record Repeated(Skip item, int itemBytes) implements Skip {
    @Override
    public void skip(AvroInput in) {
      in.enter();
      Blocks blocks = new Blocks(in, itemBytes);
      for (long n = blocks.next(); n > 0; n = blocks.next()) {
        for (long i = 0; i < n && itemBytes > 0; i++) {
          item.skip(in);
        }
      }
      in.leave();
    }
  }

  /** One after the other; set once, after it was made, for a type may hold itself. */
  final class All implements Skip {
    private Skip[] parts = {};

    void set(List<Skip> skips) {
      parts = skips.toArray(Skip[]::new);
    }

    @Override
    public void skip(AvroInput in) {
      in.enter();
      for (Skip part : parts) {
        part.skip(in);
      }
      in.leave();
    }
  }

  /** The branch that its index names. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Union(Skip[] branches) implements Skip {
    @Override
    public void skip(AvroInput in) {
      int index = in.readInt();
      if (index < 0 || index >= branches.length) {
        throw Refusal.MALFORMED;
      }
      branches[index].skip(in);
    }
  }
}

package dev.weir.operators.decode.avro;

/**
 * The blocks of one array or map. A count that the remaining bytes cannot hold is malformed before
 * any item is read, and a block that tells its size must have that size.
 */
final class Blocks {

  private static final int UNTOLD = -1;

  private final AvroInput in;
  private final int itemBytes;
  private int blockEnd = UNTOLD;

  /**
   * @param itemBytes the least that one item takes; 0 where items take no bytes at all
   */
  Blocks(AvroInput in, int itemBytes) {
    this.in = in;
    this.itemBytes = itemBytes;
  }

  /** How many items follow; 0 after the last block. */
  long next() {
    if (blockEnd != UNTOLD && blockEnd != in.at()) {
      throw Refusal.MALFORMED;
    }
    blockEnd = UNTOLD;
    long count = in.readLong();
    if (count < 0) {
      count = -count;
      blockEnd = in.readLength() + in.at();
    }
    if (count < 0 || (itemBytes > 0 && count > in.remaining() / itemBytes)) {
      throw Refusal.MALFORMED;
    }
    return count;
  }
}

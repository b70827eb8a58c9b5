package dev.weir.operators.decode.avro;

import java.util.Arrays;

/**
 * Goes through the items of an array whose span a decoder has noted. Confined to one thread, and to
 * one array at a time.
 */
public final class ItemCursor {

  private final WriterProgram program;
  private final AvroInput in = new AvroInput(Integer.MAX_VALUE);
  private final int[] spans;
  private Blocks blocks = new Blocks(in, 1);

  /**
   * @param program of the items
   */
  public ItemCursor(WriterProgram program) {
    this.program = program;
    this.spans = new int[program.layout().length()];
  }

  /** Goes to the beginning of an array. */
  public void open(byte[] bytes, int from, int to) {
    in.set(bytes, from, to);
    blocks = new Blocks(in, 1);
  }

  /** How many items the next block holds; 0 after the last. */
  public long nextBlock() {
    return blocks.next();
  }

  /** The spans of the next item; overwritten with the one after. */
  public int[] nextItem() {
    Arrays.fill(spans, Layout.ABSENT);
    program.walk().walk(in, spans);
    return spans;
  }
}

package dev.weir.operators.decode.avro;

import org.jspecify.annotations.Nullable;

/**
 * A writer's schema, compiled for a layout: how its data are walked, and what stands in each slot
 * then. Immutable but for the spans that an array's walk overwrites: confined to one thread.
 */
public final class WriterProgram {

  private final Layout layout;
  private final Walk walk;
  private final @Nullable Encoding[] encodings;
  private final @Nullable WriterProgram[] items;
  private final boolean nullFirst;

  WriterProgram(
      Layout layout,
      Walk walk,
      @Nullable Encoding[] encodings,
      @Nullable WriterProgram[] items,
      boolean nullFirst) {
    this.layout = layout;
    this.walk = walk;
    this.encodings = encodings;
    this.items = items;
    this.nullFirst = nullFirst;
  }

  public Layout layout() {
    return layout;
  }

  Walk walk() {
    return walk;
  }

  /** How the value in a leaf's slot stands; null if the writer has no such field. */
  public @Nullable Encoding encoding(int slot) {
    return encodings[slot];
  }

  /** The program of an array's items; null if the writer has no such field. */
  public @Nullable WriterProgram items(int slot) {
    return items[slot];
  }

  /** Whether the value is written as a union with null in the first place. */
  public boolean nullFirst() {
    return nullFirst;
  }

  /** Whether the value is written as a union of any kind. */
  public boolean union() {
    return walk instanceof Walk.OrNull;
  }
}

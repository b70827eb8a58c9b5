package dev.weir.operators.treat.json;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.json.JsonStrings;
import dev.weir.operators.treat.Slice;

/** What the steps of one release share while they write one record. Confined to one thread. */
final class Work {

  byte[] source = {};
  int[] spans = {};
  ByteOutput value = new ByteOutput(0);
  ByteOutput key = value;

  /** Values that were written, each item of an array for itself, and no nulls. */
  int cells;

  /** The text of the value at hand. */
  final Slice text = new Slice();

  /** The subject's text; empty if there is none, or no step asks for it. */
  final Slice subject = new Slice();

  private final ByteOutput unescaped = new ByteOutput(256);
  private final ByteOutput unescapedSubject = new ByteOutput(64);
  private final ByteOutput toEscape = new ByteOutput(256);

  void begin(byte[] newSource, int[] newSpans, ByteOutput newValue, ByteOutput newKey) {
    source = newSource;
    spans = newSpans;
    value = newValue;
    key = newKey;
    cells = 0;
    subject.clear();
  }

  /** Sets {@link #text}; the value is there. */
  void setText(JsonLayout.Leaf leaf, int base) {
    canonical(leaf, base, unescaped, text);
  }

  /** Sets {@link #subject}, to nothing if the record has none. */
  void setSubject(JsonLayout.Leaf leaf) {
    int start = spans[leaf.slot()];
    if (start != JsonLayout.ABSENT && start != JsonLayout.NULL) {
      canonical(leaf, 0, unescapedSubject, subject);
    }
  }

  private void canonical(JsonLayout.Leaf leaf, int base, ByteOutput scratch, Slice slice) {
    int start = spans[base + leaf.slot()];
    int end = spans[base + leaf.slot() + 1];
    if (end < 0) {
      scratch.reset();
      JsonStrings.unescape(source, start, ~end, scratch);
      slice.set(scratch.array(), 0, scratch.length());
    } else {
      boolean minusZero = !leaf.quoted() && isMinusZero(start, end);
      slice.set(source, minusZero ? start + 1 : start, end);
    }
  }

  /** The one integer that JSON can write in two ways. */
  private boolean isMinusZero(int start, int end) {
    return end - start == 2 && source[start] == '-' && source[start + 1] == '0';
  }

  /** Escapes what was written from there on, if it needs it. */
  void escapeFrom(int start) {
    if (JsonStrings.needsEscape(value.array(), start, value.length())) {
      toEscape.reset();
      toEscape.write(value.array(), start, value.length());
      value.truncateTo(start);
      JsonStrings.escape(toEscape.array(), 0, toEscape.length(), value);
    }
  }
}

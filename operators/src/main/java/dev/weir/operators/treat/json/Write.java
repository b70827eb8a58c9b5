package dev.weir.operators.treat.json;

import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Rejection;
import org.jspecify.annotations.Nullable;

/** Writes one value of a release that is there and not null, and counts it as a cell. */
interface Write {

  /**
   * @param base of the frame that has the value's slot
   * @return why the release refuses the record; null if it does not
   */
  @Nullable Rejection write(Work work, int base);

  /** Whether it is written even if the value is absent or null. */
  default boolean isOpen() {
    return false;
  }

  /** A string as it stands in the source, quotes and all. */
  record CopyString(int slot) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      int end = work.spans[base + slot + 1];
      int close = end < 0 ? ~end : end;
      work.value.write(work.source, work.spans[base + slot] - 1, close + 1);
      work.cells++;
      return null;
    }
  }

  /** Another value as it stands in the source. */
  record Copy(int slot) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      work.value.write(work.source, work.spans[base + slot], work.spans[base + slot + 1]);
      work.cells++;
      return null;
    }
  }

  /** JSON that stands for every value. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Constant(byte[] json) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      work.value.write(json);
      work.cells += json[0] == 'n' ? 0 : 1;
      return null;
    }
  }

  /** An array, item by item: white space between them does not get through. */
  record Items(JsonLayout.Items layout, Write item) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      work.value.write('[');
      int frame = work.spans[base + layout.slot()];
      int count = work.spans[base + layout.slot() + 1];
      for (int i = 0; i < count; i++) {
        if (i > 0) {
          work.value.write(',');
        }
        Rejection refused = item(work, frame);
        if (refused != null) {
          return refused;
        }
        frame = work.spans[frame + JsonLayout.NEXT];
      }
      work.value.write(']');
      return null;
    }

    private @Nullable Rejection item(Work work, int frame) {
      if (work.spans[frame + layout.item().root().slot()] == JsonLayout.NULL) {
        work.value.write(Json.NULL);
        return null;
      }
      return item.write(work, frame);
    }
  }
}

package dev.weir.operators.treat.json;

import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Coordinates;
import dev.weir.operators.cohort.PointCode;
import dev.weir.operators.cohort.PointCodes;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import org.jspecify.annotations.Nullable;

/** Reads where an event's quasi-identifiers lie in the space of its release. */
final class JsonPoint {

  private final Coordinates<JsonLayout.Leaf> coordinates;

  JsonPoint(CohortSpace space, JsonLayout layout) {
    coordinates =
        new Coordinates<>(
            space, layout::leaf, (axis, leaf) -> PointCodes.of(axis, leaf.type(), leaf.zone()));
  }

  /** Puts the codes there; says what has none. Where there is no field, all codes stay the same. */
  @Nullable Rejection read(Work work, long[] codes) {
    return coordinates.read(new AtWork(work), codes);
  }

  private record AtWork(Work work) implements Coordinates.Source<JsonLayout.Leaf> {

    @Override
    public boolean isMissing(JsonLayout.Leaf leaf) {
      int start = work.spans[leaf.slot()];
      return start == JsonLayout.ABSENT || start == JsonLayout.NULL;
    }

    @Override
    public @Nullable Reason code(JsonLayout.Leaf leaf, PointCode code, long[] codes, int at) {
      work.setText(leaf, 0);
      return code.code(work.text.array(), work.text.from(), work.text.to(), codes, at);
    }
  }
}

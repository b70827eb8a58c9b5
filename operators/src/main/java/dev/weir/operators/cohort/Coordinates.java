package dev.weir.operators.cohort;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.Generalization;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Grid;
import dev.weir.privacy.generalize.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an event's quasi-identifiers lie in the space of its release, axis by axis.
 *
 * @param <L> what a format knows a value by
 */
public final class Coordinates<L> {

  private final List<Coordinate<L>> coordinates = new ArrayList<>();
  private final Function<FieldPath, @Nullable L> leaves;
  private final BiFunction<Axis, L, PointCode> codes;

  /**
   * A value on an axis.
   *
   * @param field that it is of, for who must mend it
   * @param other of the field's other axis, since a place is whole or not there; else the same
   */
  private record Coordinate<L>(FieldPath field, L leaf, L other, PointCode code) {}

  /** The event at hand. */
  public interface Source<L> {

    /** Whether it is null or not there. */
    boolean isMissing(L leaf);

    /**
     * Puts the code of a value that is there.
     *
     * @return why it has none; null if it has
     */
    @Nullable Reason code(L leaf, PointCode code, long[] codes, int at);
  }

  /**
   * @param leaves by their paths; null: the format does not read it
   * @param codes finds the cell of a leaf's value on an axis
   * @throws IllegalArgumentException if a quasi-identifier is not read
   */
  public Coordinates(
      CohortSpace space,
      Function<FieldPath, @Nullable L> leaves,
      BiFunction<Axis, L, PointCode> codes) {
    this.leaves = leaves;
    this.codes = codes;
    space.fields().forEach(this::add);
  }

  private void add(QuasiIdentifier field) {
    FieldPath path = field.leaf().source();
    List<Axis> axes = field.field().axes();
    if (field.to() instanceof Generalization.Place) {
      L lat = leaf(path.then("lat"));
      L lon = leaf(path.then("lon"));
      coordinates.add(new Coordinate<>(path, lat, lon, onEarth(axes.get(0), lat)));
      coordinates.add(new Coordinate<>(path, lon, lat, onEarth(axes.get(1), lon)));
    } else {
      L leaf = leaf(path);
      coordinates.add(new Coordinate<>(path, leaf, leaf, codes.apply(axes.get(0), leaf)));
    }
  }

  /** A latitude of 91 degrees is nowhere; what is expected of these axes is all that there is. */
  private PointCode onEarth(Axis axis, L leaf) {
    PointCode code = codes.apply(axis, leaf);
    Span all = ((Grid) axis).span();
    return (text, from, to, put, at) -> {
      Reason refused = code.code(text, from, to, put, at);
      return refused == null && !all.holds(put[at]) ? Reason.OUT_OF_RANGE : refused;
    };
  }

  private L leaf(FieldPath path) {
    L leaf = leaves.apply(path);
    if (leaf == null) {
      throw new IllegalArgumentException("the plan generalizes what it does not read: " + path);
    }
    return leaf;
  }

  /** Puts the codes there; says what has none. Where there is no field, all codes stay the same. */
  public @Nullable Rejection read(Source<L> source, long[] codes) {
    for (int axis = 0; axis < coordinates.size(); axis++) {
      Coordinate<L> at = coordinates.get(axis);
      if (source.isMissing(at.leaf()) || source.isMissing(at.other())) {
        codes[axis] = Axis.MISSING;
      } else {
        Reason refused = source.code(at.leaf(), at.code(), codes, axis);
        if (refused != null) {
          return new Rejection(refused, at.field());
        }
      }
    }
    return null;
  }
}

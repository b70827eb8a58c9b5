package dev.weir.privacy.generalize;

import java.math.BigDecimal;
import java.util.List;

/**
 * One quasi-identifier: what a release shows of it, and what its loss is shared by.
 *
 * @param axes one; two for a place, its latitude and its longitude
 */
public record Field(String name, List<Axis> axes) {

  public Field {
    axes = List.copyOf(axes);
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("A field has an axis");
    }
  }

  public static Field of(String name, Axis axis) {
    return new Field(name, List.of(axis));
  }

  /**
   * A place in degrees on a grid of that width. A box does not reach over the 180th meridian.
   *
   * @param degrees above 0
   */
  public static Field place(String name, BigDecimal degrees) {
    BigDecimal pole = BigDecimal.valueOf(90);
    BigDecimal meridian = BigDecimal.valueOf(180);
    return new Field(
        name,
        List.of(
            DecimalGrid.of(degrees, pole.negate(), pole),
            DecimalGrid.of(degrees, meridian.negate(), meridian)));
  }
}

package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Space;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where an axis is cut.
 *
 * @param at the first code above the cut
 */
public record Cut(int axis, long at) {

  /** At the median of the axis that loses most, of those where both parts are large enough. */
  public static @Nullable Cut best(Space space, List<Codes> points, int smallest) {
    Cut best = null;
    double most = 0;
    for (int axis = 0; axis < space.size(); axis++) {
      long[] codes = codes(points, axis);
      double loss = space.weight(axis) * space.loss(axis, codes[0], codes[codes.length - 1]);
      Cut cut = loss > most ? median(codes, axis, smallest) : null;
      if (cut != null) {
        most = loss;
        best = cut;
      }
    }
    return best;
  }

  private static long[] codes(List<Codes> points, int axis) {
    return points.stream().mapToLong(point -> point.get(axis)).sorted().toArray();
  }

  /** Nearest to the middle, between two different codes. */
  private static @Nullable Cut median(long[] codes, int axis, int smallest) {
    int middle = codes.length / 2;
    for (int off = 0; off <= middle; off++) {
      if (isCut(codes, middle - off, smallest)) {
        return new Cut(axis, codes[middle - off]);
      }
      if (isCut(codes, middle + off, smallest)) {
        return new Cut(axis, codes[middle + off]);
      }
    }
    return null;
  }

  private static boolean isCut(long[] codes, int at, int smallest) {
    boolean inside = at >= Math.max(1, smallest) && codes.length - at >= Math.max(1, smallest);
    return inside && codes[at - 1] < codes[at];
  }

  public boolean isBelow(Codes point) {
    return point.get(axis) < at;
  }
}

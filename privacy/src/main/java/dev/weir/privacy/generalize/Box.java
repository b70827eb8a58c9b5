package dev.weir.privacy.generalize;

/**
 * A set of points: on each axis the codes from one to another, both included. A side of missing
 * values holds missing ones only.
 */
public record Box(Codes from, Codes to) {

  public Box {
    if (from.size() != to.size()) {
      throw new IllegalArgumentException("A box has two ends on each axis");
    }
    for (int axis = 0; axis < from.size(); axis++) {
      boolean half = from.get(axis) == Axis.MISSING && to.get(axis) != Axis.MISSING;
      if (from.get(axis) > to.get(axis) || half) {
        throw new IllegalArgumentException("A side of a box ends before it begins");
      }
    }
  }

  public boolean covers(Codes point) {
    for (int axis = 0; axis < from.size(); axis++) {
      long code = point.get(axis);
      if (code < from.get(axis) || code > to.get(axis)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Box of " + from.size();
  }
}

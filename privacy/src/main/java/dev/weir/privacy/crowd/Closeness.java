package dev.weir.privacy.crowd;

/**
 * t-closeness of one sensitive field (Li, Li, Venkatasubramanian 2007) by earth mover's distance to
 * everybody's values.
 *
 * @param field its number among the sensitive fields
 * @param t 0 to 1
 * @param ordered for numbers and dates: codes that are neighbours are near
 */
public record Closeness(int field, double t, boolean ordered) {

  public Closeness {
    if (!(t >= 0 && t <= 1)) {
      throw new IllegalArgumentException("t is 0 to 1");
    }
  }

  boolean holds(Crowd crowd, Crowd everybody) {
    return distance(crowd, everybody) <= t + Diversity.ROUNDING;
  }

  double distance(Crowd crowd, Crowd everybody) {
    Histogram all = everybody.histogram(field);
    Histogram some = crowd.histogram(field);
    return ordered ? some.orderedDistance(all) : some.equalDistance(all);
  }
}

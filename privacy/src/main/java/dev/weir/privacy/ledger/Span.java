package dev.weir.privacy.ledger;

import java.io.Serializable;

/**
 * A stretch of time.
 *
 * @param from in ms since the epoch
 * @param to likewise, after it and not in it
 */
public record Span(long from, long to) implements Comparable<Span>, Serializable {

  /** Refuses one without length. */
  public Span {
    if (to <= from) {
      throw new IllegalArgumentException("a span ends after it begins");
    }
  }

  public boolean contains(long time) {
    return from <= time && time < to;
  }

  public boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  @Override
  public int compareTo(Span other) {
    int byEnd = Long.compare(to, other.to);
    return byEnd != 0 ? byEnd : Long.compare(from, other.from);
  }
}

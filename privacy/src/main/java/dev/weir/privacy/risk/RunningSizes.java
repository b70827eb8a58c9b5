package dev.weir.privacy.risk;

import java.util.Optional;
import java.util.TreeMap;

/**
 * How many classes have each size, while people come and go; the risk of it at any time at no cost.
 * Confined to one thread.
 */
public final class RunningSizes {

  private final TreeMap<Integer, Long> classes = new TreeMap<>();
  private long count;
  private long people;

  /**
   * A class has changed.
   *
   * @param before its people; 0: there was none
   * @param now likewise
   */
  public void changed(int before, int now) {
    if (before > 0) {
      classes.computeIfPresent(before, (size, of) -> of == 1 ? null : of - 1);
      count--;
    }
    if (now > 0) {
      classes.merge(now, 1L, Long::sum);
      count++;
    }
    people += now - before;
  }

  /** As {@link ProsecutorRisk#highest}; 0 where nobody was released. */
  public double prosecutor() {
    return classes.isEmpty() ? 0 : 1.0 / classes.firstKey();
  }

  /** As {@link ProsecutorRisk#marketer}; 0 where nobody was released. */
  public double marketer() {
    return classes.isEmpty() ? 0 : (double) count / people;
  }

  public long classes() {
    return count;
  }

  /** Each counted in each of their classes. */
  public long people() {
    return people;
  }

  /** Empty: nobody was released. */
  public Optional<ClassSizes> sizes() {
    return classes.isEmpty() ? Optional.empty() : Optional.of(new ClassSizes(classes));
  }
}

package dev.weir.privacy.risk;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many classes have each size.
 *
 * @param classes by size, both at least 1; not empty
 */
public record ClassSizes(NavigableMap<Integer, Long> classes) {

  public ClassSizes {
    classes = Collections.unmodifiableNavigableMap(new TreeMap<>(classes));
    if (classes.isEmpty() || classes.firstKey() < 1) {
      throw new IllegalArgumentException("A release has classes of at least one row");
    }
  }

  /** Of the size of each class. */
  public static ClassSizes of(Collection<Integer> sizes) {
    NavigableMap<Integer, Long> classes = new TreeMap<>();
    sizes.forEach(size -> classes.merge(size, 1L, Long::sum));
    return new ClassSizes(classes);
  }

  public long rows() {
    return classes.entrySet().stream().mapToLong(size -> size.getKey() * size.getValue()).sum();
  }

  public long count() {
    return classes.values().stream().mapToLong(Long::longValue).sum();
  }

  public long ofSize(int size) {
    return classes.getOrDefault(size, 0L);
  }

  public int smallest() {
    return classes.firstKey();
  }

  public int largest() {
    return classes.lastKey();
  }

  public long rowsInClassesBelow(int size) {
    Map<Integer, Long> below = classes.headMap(size, false);
    return below.entrySet().stream().mapToLong(one -> one.getKey() * one.getValue()).sum();
  }

  /** The sum of squared sizes (Bayardo, Agrawal 2005). */
  public long discernibility() {
    return classes.entrySet().stream()
        .mapToLong(size -> (long) size.getKey() * size.getKey() * size.getValue())
        .sum();
  }
}

package dev.weir.bench.cohorts;

import dev.weir.bench.cohorts.Departures.Departure;
import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Two attackers. One knows everybody's quasi-identifiers and who has a released row, and intersects
 * the boxes under one token; the other knows who is in which class of equal rows, and intersects
 * those.
 */
final class Attack {

  private final Adult adult;
  private final int k;
  private final Map<Object, Set<Box>> boxesOfToken = new LinkedHashMap<>();
  private final Map<Box, Set<Integer>> classes = new HashMap<>();
  private final Set<Integer> released = new LinkedHashSet<>();
  private final Map<Box, Integer> counted = new HashMap<>();

  Attack(Adult adult, int k, List<Departure> departures) {
    this.adult = adult;
    this.k = k;
    for (Departure one : departures) {
      if (one.box() != null && one.token() != null) {
        boxesOfToken.computeIfAbsent(one.token(), token -> new HashSet<>()).add(one.box());
        classes.computeIfAbsent(one.box(), box -> new HashSet<>()).add(one.person());
        released.add(one.person());
      }
    }
  }

  /** Share of tokens that fit fewer people than this. */
  double tokensWithFewerThan(int people) {
    return share(boxes -> candidates(intersection(boxes)) < people);
  }

  double historiesBroken() {
    return share(boxes -> mates(boxes) < k);
  }

  int smallestClass() {
    return classes.values().stream().mapToInt(Set::size).min().orElse(0);
  }

  private double share(Predicate<Set<Box>> broken) {
    return boxesOfToken.values().stream().filter(broken).count()
        / (double) Math.max(1, boxesOfToken.size());
  }

  /** How many people fit, counted up to k. */
  private int candidates(Box box) {
    return counted.computeIfAbsent(
        box,
        one ->
            (int)
                released.stream()
                    .filter(person -> one.covers(adult.points().get(person)))
                    .limit(k)
                    .count());
  }

  private static Box intersection(Collection<Box> boxes) {
    Box first = boxes.iterator().next();
    long[] from = first.from().toArray();
    long[] to = first.to().toArray();
    for (Box box : boxes) {
      for (int axis = 0; axis < from.length; axis++) {
        from[axis] = Math.max(from[axis], box.from().get(axis));
        to[axis] = Math.min(to[axis], box.to().get(axis));
      }
    }
    return new Box(Codes.of(from), Codes.of(to));
  }

  private int mates(Set<Box> boxes) {
    List<Box> all = new ArrayList<>(boxes);
    Set<Integer> mates = new HashSet<>(members(all.get(0)));
    all.forEach(box -> mates.retainAll(members(box)));
    return mates.size();
  }

  private Set<Integer> members(Box box) {
    return classes.getOrDefault(box, Set.of());
  }
}

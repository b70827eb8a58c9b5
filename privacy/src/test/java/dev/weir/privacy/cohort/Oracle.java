package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.cohort.Outcome.Released;
import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Judges what was released by brute force; knows nothing of how it was decided. */
final class Oracle {

  private record Token(Subject subject, CohortId cohort) {}

  private final Harness run;
  private final List<Decided> released = new ArrayList<>();

  Oracle(Harness run) {
    this.run = run;
    run.decided.stream().filter(d -> d.outcome() instanceof Released).forEach(released::add);
  }

  private static Released of(Decided decided) {
    return (Released) decided.outcome();
  }

  /** I4: each row once, and in time. */
  void everyRowIsDecidedOnceAndInTime() {
    Set<Integer> ids = new HashSet<>();
    for (Decided one : run.decided) {
      assertThat(ids.add(one.id())).as("row %s twice", one.id()).isTrue();
      long arrival = Objects.requireNonNull(run.arrivals.get(one.id()));
      assertThat(one.time()).isBetween(arrival, arrival + run.policy.hold());
    }
    assertThat(ids.size() + run.dropped).isEqualTo(run.offered.size());
  }

  /** I3: every box holds its row, and its ends are ends of the public grid and tree. */
  void boxesHoldTheirRows_andAreOfThePublicGrid() {
    Set<String> nodes =
        Set.of("0-0", "1-1", "2-2", "3-3", "4-4", "5-5", "0-1", "2-3", "4-5", "0-5");
    for (Decided one : released) {
      Box box = of(one).box();
      for (int axis = 0; axis < 2; axis++) {
        long code = one.outcome().row().point().get(axis);
        assertThat(code).isBetween(box.from().get(axis), box.to().get(axis));
      }
      assertThat(box.from().get(1) + "-" + box.to().get(1)).isIn(nodes);
    }
  }

  /** I2: a cohort, and so a token, has one box. */
  void tokensHaveOneBox() {
    Map<CohortId, Box> boxes = new HashMap<>();
    for (Decided one : released) {
      Box before = boxes.putIfAbsent(of(one).cohort(), of(one).box());
      assertThat(before == null || before.equals(of(one).box())).isTrue();
    }
  }

  /** A person with the same quasi-identifiers stays under one token. */
  void homesDoNotChange() {
    Map<List<Object>, CohortId> homes = new HashMap<>();
    for (Decided one : released) {
      Row row = one.outcome().row();
      CohortId before = homes.putIfAbsent(List.of(row.subject(), row.point()), of(one).cohort());
      assertThat(before == null || before.equals(of(one).cohort())).isTrue();
    }
  }

  /** I1 and I5: at every release, what has been seen of its cohort is a crowd. */
  void everyReleaseIsOneOfACrowd(boolean window, int l, boolean entropy) {
    for (Decided one : released) {
      Map<Subject, Set<Long>> seen = window ? sameCall(one) : alive(one);
      assertThat(seen.size()).isGreaterThanOrEqualTo(run.policy.guarantee().k());
      assertThat(diversity(seen, entropy)).isGreaterThanOrEqualTo(l - 1e-9);
    }
  }

  /** Who left with it, in its box. */
  private Map<Subject, Set<Long>> sameCall(Decided one) {
    Map<Subject, Set<Long>> people = new HashMap<>();
    for (Decided other : released) {
      if (other.call() == one.call() && of(other).cohort().equals(of(one).cohort())) {
        values(people, other);
      }
    }
    return people;
  }

  /** Those who were not in a cohort before came to it together, as a reader sees it. */
  void whoJoinsDoesSoWithAtLeast(int k) {
    for (Decided one : released) {
      if (!of(one).known()) {
        long together =
            released.stream()
                .filter(other -> other.call() == one.call() && !of(other).known())
                .filter(other -> of(other).cohort().equals(of(one).cohort()))
                .map(other -> other.outcome().row().subject())
                .distinct()
                .count();
        assertThat(together).isGreaterThanOrEqualTo(k);
      }
    }
  }

  /** Whom a reader can see in its cohort: within the horizon and not erased. */
  private Map<Subject, Set<Long>> alive(Decided one) {
    Map<Subject, Set<Long>> people = new HashMap<>();
    Map<Subject, Decided> last = new HashMap<>();
    for (Decided other : released) {
      if (other.call() > one.call() || !of(other).cohort().equals(of(one).cohort())) {
        continue;
      }
      Subject subject = other.outcome().row().subject();
      if (isGone(subject, last.getOrDefault(subject, other), other)) {
        people.remove(subject);
      }
      values(people, other);
      last.put(subject, other);
    }
    people.keySet().removeIf(subject -> isGone(subject, last.getOrDefault(subject, one), one));
    return people;
  }

  private boolean isGone(Subject subject, Decided seen, Decided now) {
    boolean erased =
        run.erasures.getOrDefault(subject, List.of()).stream()
            .anyMatch(call -> seen.call() <= call && call < now.call());
    return erased || seen.time() <= now.time() - run.policy.horizon();
  }

  private static void values(Map<Subject, Set<Long>> people, Decided one) {
    Row row = one.outcome().row();
    people.computeIfAbsent(row.subject(), s -> new HashSet<>()).add(row.sensitive().get(0));
  }

  private static double diversity(Map<Subject, Set<Long>> people, boolean entropy) {
    Map<Long, Integer> counts = new TreeMap<>();
    people.values().forEach(all -> all.forEach(value -> counts.merge(value, 1, Integer::sum)));
    double total = counts.values().stream().mapToInt(Integer::intValue).sum();
    double product = 1;
    for (int count : counts.values()) {
      product *= Math.pow(total / count, count / total);
    }
    return entropy ? product : counts.size();
  }

  /**
   * I7: whoever knows everybody's quasi-identifiers, and intersects all boxes under one token, is
   * left with k people; so is whoever knows who is in which class of equal rows.
   */
  void intersectionsLeaveKPeople() {
    int k = run.policy.guarantee().k();
    Map<Token, List<Box>> boxes = new HashMap<>();
    Map<Box, Set<Subject>> classes = new HashMap<>();
    Map<Subject, Set<Codes>> points = new HashMap<>();
    for (Decided one : released) {
      Subject subject = one.outcome().row().subject();
      boxes
          .computeIfAbsent(new Token(subject, of(one).cohort()), t -> new ArrayList<>())
          .add(of(one).box());
      classes.computeIfAbsent(of(one).box(), b -> new HashSet<>()).add(subject);
      points.computeIfAbsent(subject, s -> new HashSet<>()).add(one.outcome().row().point());
    }
    for (List<Box> ofToken : boxes.values()) {
      assertThat(candidates(points, ofToken)).isGreaterThanOrEqualTo(k);
      Set<Subject> mates = new HashSet<>(classes.getOrDefault(ofToken.get(0), Set.of()));
      ofToken.forEach(box -> mates.retainAll(classes.getOrDefault(box, Set.of())));
      assertThat(mates.size()).isGreaterThanOrEqualTo(k);
    }
  }

  /** Of how many people the smallest class is that was shown; if none was, of all there are. */
  int smallestClass() {
    Map<List<Object>, Set<Subject>> classes = new HashMap<>();
    for (Decided one : released) {
      classes
          .computeIfAbsent(List.of(of(one).cohort(), of(one).box()), c -> new HashSet<>())
          .add(one.outcome().row().subject());
    }
    return classes.values().stream().mapToInt(Set::size).min().orElse(Integer.MAX_VALUE);
  }

  private static long candidates(Map<Subject, Set<Codes>> points, List<Box> boxes) {
    return points.values().stream()
        .filter(own -> own.stream().anyMatch(point -> boxes.stream().allMatch(holds(point))))
        .count();
  }

  static Predicate<Box> holds(Codes point) {
    return box ->
        box.from().get(0) <= point.get(0)
            && point.get(0) <= box.to().get(0)
            && box.from().get(1) <= point.get(1)
            && point.get(1) <= box.to().get(1);
  }
}

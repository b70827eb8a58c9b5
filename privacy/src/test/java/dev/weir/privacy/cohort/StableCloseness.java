package dev.weir.privacy.cohort;

import dev.weir.privacy.cohort.Outcome.Released;
import dev.weir.privacy.generalize.Box;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays a run in {@code stable} over, from what came and what left alone, and says how far each
 * cohort is from everybody whenever rows leave in it. Everybody is who is in cohorts; where rows
 * are grouped, with those who wait and are in none. For runs without a horizon.
 */
final class StableCloseness {

  private record Member(CohortId cohort, Subject subject) {}

  private final Harness run;
  private final boolean ordered;
  private final Map<Member, Set<Long>> members = new LinkedHashMap<>();
  private final Map<CohortId, Box> boxes = new HashMap<>();
  private final Map<Integer, Row> waiting = new TreeMap<>();
  private final List<Double> distances = new ArrayList<>();

  private StableCloseness(Harness run, boolean ordered) {
    this.run = run;
    this.ordered = ordered;
  }

  static List<Double> distances(Harness run, boolean ordered) {
    StableCloseness played = new StableCloseness(run, ordered);
    TreeMap<Integer, List<Decided>> calls = new TreeMap<>();
    run.arrivalCalls.values().forEach(call -> calls.put(call, new ArrayList<>()));
    run.decided.forEach(
        one -> calls.computeIfAbsent(one.call(), call -> new ArrayList<>()).add(one));
    int before = 0;
    for (Map.Entry<Integer, List<Decided>> call : calls.entrySet()) {
      played.erase(before, call.getKey());
      played.play(call.getKey(), call.getValue());
      before = call.getKey();
    }
    return played.distances;
  }

  private void erase(int from, int to) {
    run.erasures.forEach(
        (subject, calls) -> {
          if (calls.stream().anyMatch(call -> from <= call && call < to)) {
            members.keySet().removeIf(member -> member.subject().equals(subject));
            waiting.values().removeIf(row -> row.subject().equals(subject));
          }
        });
  }

  private void play(int call, List<Decided> left) {
    run.arrivalCalls.forEach(
        (id, at) -> {
          if (at == call) {
            waiting.put(id, Objects.requireNonNull(run.offered.get(id)));
          }
        });
    List<List<Long>> everybody = new ArrayList<>();
    if (!left.isEmpty() && Objects.equals(run.arrivalCalls.get(left.get(0).id()), call)) {
      everybody.add(values(members.values())); // it may have left at once, ahead of any grouping
      everybody.add(everybody());
      leave(left.get(0));
    }
    everybody.add(everybody());
    left.forEach(this::leave);
    left.stream()
        .filter(one -> one.outcome() instanceof Released)
        .map(one -> ((Released) one.outcome()).cohort())
        .distinct()
        .forEach(cohort -> distances.add(nearest(cohort, everybody)));
  }

  private double nearest(CohortId cohort, List<List<Long>> everybody) {
    List<Long> crowd = new ArrayList<>();
    members.forEach((member, own) -> crowd.addAll(member.cohort().equals(cohort) ? own : Set.of()));
    return everybody.stream()
        .mapToDouble(all -> EarthMover.distance(crowd, all, ordered))
        .min()
        .orElseThrow();
  }

  private void leave(Decided one) {
    waiting.remove(one.id());
    if (one.outcome() instanceof Released released) {
      Row row = released.row();
      boxes.put(released.cohort(), released.box());
      members
          .computeIfAbsent(new Member(released.cohort(), row.subject()), member -> new HashSet<>())
          .add(row.sensitive().get(0));
    }
  }

  private List<Long> everybody() {
    Map<List<Object>, Set<Long>> newcomers = new HashMap<>();
    for (Row row : waiting.values()) {
      if (!isHome(row)) {
        newcomers
            .computeIfAbsent(List.of(row.subject(), row.point()), newcomer -> new HashSet<>())
            .add(row.sensitive().get(0));
      }
    }
    List<Long> all = values(members.values());
    all.addAll(values(newcomers.values()));
    return all;
  }

  private boolean isHome(Row row) {
    return members.keySet().stream()
        .filter(member -> member.subject().equals(row.subject()))
        .anyMatch(
            member ->
                Oracle.holds(row.point()).test(Objects.requireNonNull(boxes.get(member.cohort()))));
  }

  private static List<Long> values(Collection<Set<Long>> people) {
    List<Long> values = new ArrayList<>();
    people.forEach(values::addAll);
    return values;
  }
}

package dev.weir.bench.cohorts;

import dev.weir.bench.cohorts.CastleCluster.Waiting;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Parts of k people each: a random row and the nearest of k - 1 others, while there are k left. */
final class CastleSplit {

  private final Space space;
  private final int k;
  private final Random random;

  CastleSplit(Space space, int k, Random random) {
    this.space = space;
    this.k = k;
    this.random = random;
  }

  List<CastleCluster> split(CastleCluster cluster) {
    Map<Integer, List<Waiting>> byPerson = new LinkedHashMap<>();
    for (Waiting row : cluster.rows()) {
      byPerson.computeIfAbsent(row.person(), person -> new ArrayList<>()).add(row);
    }
    List<List<Waiting>> left = new ArrayList<>(byPerson.values());
    List<CastleCluster> parts = new ArrayList<>();
    while (left.size() >= k) {
      parts.add(part(left));
    }
    left.forEach(person -> nearest(parts, person.get(0)).addAll(of(person)));
    return parts;
  }

  private CastleCluster part(List<List<Waiting>> left) {
    List<Waiting> seed = left.remove(random.nextInt(left.size()));
    CastleCluster around = of(seed);
    List<List<Waiting>> nearest = new ArrayList<>(left);
    nearest.sort(Comparator.comparingDouble(person -> around.lossWith(person.get(0).point())));
    CastleCluster part = of(seed);
    Set<List<Waiting>> taken = new HashSet<>(nearest.subList(0, k - 1));
    nearest.subList(0, k - 1).forEach(person -> part.addAll(of(person)));
    left.removeIf(taken::contains);
    return part;
  }

  private CastleCluster of(List<Waiting> person) {
    CastleCluster cluster = new CastleCluster(space, person.get(0));
    person.subList(1, person.size()).forEach(cluster::add);
    return cluster;
  }

  private static CastleCluster nearest(List<CastleCluster> parts, Waiting row) {
    return parts.stream()
        .min(Comparator.comparingDouble(part -> part.lossWith(row.point()) - part.loss()))
        .orElseThrow();
  }
}

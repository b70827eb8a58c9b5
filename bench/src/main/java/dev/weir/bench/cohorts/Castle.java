package dev.weir.bench.cohorts;

import dev.weir.bench.cohorts.CastleCluster.Waiting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CASTLE (Cao, Carminati, Ferrari, Tan: ICDE 2008), with a hard bound on each row's delay. */
final class Castle implements Anonymizer {

  private static final int MEMORY = 100; // mu
  private static final int REUSABLE = 10;

  private final Adult adult;
  private final int k;
  private final int hold;
  private final int most; // beta
  private final boolean reuse;
  private final Departures departures;
  private final Random random = new Random(1);
  private final Set<CastleCluster> open = new LinkedHashSet<>();
  private final Map<Integer, CastleCluster> clusterOf = new HashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Double> losses = new ArrayDeque<>();
  private final Deque<CastleBox> reusable = new ArrayDeque<>();

  Castle(Adult adult, int k, int hold, int most, boolean reuse, Departures departures) {
    this.adult = adult;
    this.k = k;
    this.hold = hold;
    this.most = most;
    this.reuse = reuse;
    this.departures = departures;
  }

  @Override
  public void offer(int person, int tick) {
    Waiting row = new Waiting(tick, person, adult.points().get(person));
    waiting.addLast(row);
    put(row);
    decide(tick, tick - hold);
  }

  @Override
  public void finish(int tick) {
    decide(tick, tick);
  }

  private void put(Waiting row) {
    CastleCluster best = best(row);
    boolean joins = best != null && (open.size() >= most || best.lossWith(row.point()) <= tau());
    if (best != null && joins) {
      best.add(row);
      clusterOf.put(row.row(), best);
    } else {
      CastleCluster cluster = new CastleCluster(adult.space(), row);
      open.add(cluster);
      clusterOf.put(row.row(), cluster);
    }
  }

  private @Nullable CastleCluster best(Waiting row) {
    CastleCluster best = null;
    double least = Double.POSITIVE_INFINITY;
    for (CastleCluster cluster : open) {
      double enlarged = cluster.lossWith(row.point()) - cluster.loss();
      boolean smaller = best != null && cluster.rows().size() < best.rows().size();
      if (enlarged < least || (enlarged == least && smaller)) {
        least = enlarged;
        best = cluster;
      }
    }
    return best;
  }

  private double tau() {
    return losses.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private void decide(int tick, int dueUpTo) {
    while (!waiting.isEmpty() && waiting.getFirst().row() <= dueUpTo) {
      Waiting due = waiting.removeFirst();
      CastleCluster cluster = clusterOf.get(due.row());
      if (cluster != null) {
        decide(due, cluster, tick);
      }
    }
  }

  private void decide(Waiting due, CastleCluster cluster, int tick) {
    CastleBox again = cluster.people() < k && reuse ? earlier(due) : null;
    if (cluster.people() >= k) {
      release(cluster, tick);
    } else if (again != null) {
      departures.release(due.row(), due.person(), tick, again.box(), due.person());
      drop(due, cluster);
    } else if (isOutlier(cluster)) {
      departures.suppress(due.row(), due.person(), tick);
      drop(due, cluster);
    } else {
      release(merged(cluster), tick);
    }
  }

  private @Nullable CastleBox earlier(Waiting due) {
    List<CastleBox> covering =
        reusable.stream().filter(box -> box.box().covers(due.point())).toList();
    return covering.isEmpty() ? null : covering.get(random.nextInt(covering.size()));
  }

  private boolean isOutlier(CastleCluster cluster) {
    long larger = open.stream().filter(one -> one.people() > cluster.people()).count();
    Set<Integer> people = new HashSet<>();
    open.forEach(one -> one.rows().forEach(row -> people.add(row.person())));
    return larger > open.size() / 2.0 || people.size() < k;
  }

  private CastleCluster merged(CastleCluster cluster) {
    while (cluster.people() < k) {
      CastleCluster other =
          open.stream()
              .filter(one -> one != cluster)
              .min(Comparator.comparingDouble(one -> cluster.lossWith(one) - cluster.loss()))
              .orElseThrow();
      open.remove(other);
      cluster.addAll(other);
    }
    return cluster;
  }

  private void release(CastleCluster cluster, int tick) {
    open.remove(cluster);
    List<CastleCluster> parts =
        cluster.people() >= 2 * k
            ? new CastleSplit(adult.space(), k, random).split(cluster)
            : List.of(cluster);
    for (CastleCluster part : parts) {
      CastleBox box = part.box();
      for (Waiting row : part.rows()) {
        departures.release(row.row(), row.person(), tick, box.box(), row.person());
        clusterOf.remove(row.row());
      }
      if (box.loss() <= tau()) {
        keep(reusable, box, REUSABLE);
      }
      keep(losses, box.loss(), MEMORY);
    }
  }

  private static <T> void keep(Deque<T> last, T one, int most) {
    last.addLast(one);
    if (last.size() > most) {
      last.removeFirst();
    }
  }

  /** Its cluster keeps the others. */
  private void drop(Waiting due, CastleCluster cluster) {
    clusterOf.remove(due.row());
    open.remove(cluster);
    List<Waiting> others = new ArrayList<>(cluster.rows());
    others.remove(due);
    if (!others.isEmpty()) {
      CastleCluster rest = new CastleCluster(adult.space(), others.get(0));
      others.subList(1, others.size()).forEach(rest::add);
      others.forEach(row -> clusterOf.put(row.row(), rest));
      open.add(rest);
    }
  }
}

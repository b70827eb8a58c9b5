package dev.weir.bench.cohorts;

import dev.weir.privacy.cohort.Mode;
import dev.weir.privacy.cohort.Policy;
import dev.weir.privacy.cohort.Tuning;
import dev.weir.privacy.crowd.Closeness;
import dev.weir.privacy.crowd.Diversity;
import dev.weir.privacy.crowd.Guarantee;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Runs an algorithm over the arrivals, on the processor time of this thread. */
final class Yardstick {

  static final int HOLD = 999;
  private static final long EVER = 1_000_000_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path data;
  private final int appearances;

  Yardstick(Path data, int appearances) {
    this.data = data;
    this.appearances = appearances;
  }

  /** Cohorts of a guarantee over k alone, ages in single years, one region. */
  Measured cohorts(String name, Mode mode, int k) throws IOException {
    return cohorts(name, mode, Guarantee.of(k), 1, 1);
  }

  Measured diverse(String name, Mode mode, int k, int l) throws IOException {
    List<Diversity> diversity = List.of(new Diversity(0, l, false));
    return cohorts(name, mode, new Guarantee(k, diversity, List.of()), 1, 1);
  }

  Measured close(String name, Mode mode, int k, double t) throws IOException {
    List<Closeness> closeness = List.of(new Closeness(0, t, false));
    return cohorts(name, mode, new Guarantee(k, List.of(), closeness), 1, 1);
  }

  Measured cohorts(String name, Mode mode, Guarantee guarantee, int ageStep, int regions)
      throws IOException {
    Adult adult = Adult.read(data, ageStep);
    int sensitive = guarantee.looksAtValues() ? 1 : 0;
    Policy policy = new Policy(mode, guarantee, sensitive, HOLD, EVER, false, Tuning.USUAL);
    List<Integer> order = Arrivals.of(adult.people(), appearances);
    return measured(
        name,
        adult,
        guarantee.k(),
        order,
        departures -> new Cohorts(adult, policy, adult.regions(regions), departures));
  }

  Measured castle(String name, int k, int most, boolean reuse) throws IOException {
    Adult adult = Adult.read(data, 1);
    List<Integer> order = Arrivals.of(adult.people(), appearances);
    return measured(
        name, adult, k, order, departures -> new Castle(adult, k, HOLD, most, reuse, departures));
  }

  private static Measured measured(
      String name,
      Adult adult,
      int k,
      List<Integer> order,
      Function<Departures, Anonymizer> algorithm) {
    Departures departures = new Departures();
    Anonymizer anonymizer = algorithm.apply(departures);
    long start = THREADS.getCurrentThreadCpuTime();
    for (int tick = 0; tick < order.size(); tick++) {
      anonymizer.offer(order.get(tick), tick);
    }
    anonymizer.finish(order.size() - 1);
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    return Measured.of(name, adult, k, departures.all(), order.size() / seconds);
  }
}

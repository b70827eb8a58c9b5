package dev.weir.bench.noise;

import dev.weir.privacy.opendp.OpenDp;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Function;

/**
 * Draws per second of processor time, in batches of 1,000 at scale 10.
 *
 * @param laplace of discrete Laplace noise
 * @param gaussian of discrete Gaussian noise
 */
record Draws(double laplace, double gaussian) {

  private static final int BATCH = 1000;
  private static final double SCALE = 10;

  static Draws fromJava(OpenDp library, double seconds) {
    return new Draws(
        perSecond(seconds, values -> library.laplace(values, SCALE, 1)),
        perSecond(seconds, values -> library.gaussian(values, SCALE, 1)));
  }

  /** As the Rust example prints them. */
  static Draws parse(String line) {
    String[] words = line.strip().split(" ");
    return new Draws(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }

  /** Of this thread's time, whatever else the machine does. */
  private static double perSecond(double seconds, Function<long[], Object> batch) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] values = new long[BATCH];
    long start = threads.getCurrentThreadCpuTime();
    long draws = 0;
    while (threads.getCurrentThreadCpuTime() - start < seconds * 1e9) {
      for (int i = 0; i < 10 && batch.apply(values) != null; i++) {
        draws += BATCH;
      }
    }
    return draws * 1e9 / (threads.getCurrentThreadCpuTime() - start);
  }
}

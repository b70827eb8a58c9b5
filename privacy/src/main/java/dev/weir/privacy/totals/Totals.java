package dev.weir.privacy.totals;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.statistics.NoisedMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * Running totals: after each of a fixed number of steps the sum of all that was added so far, in
 * each group, for one loss of privacy over all steps and groups, whoever comes when.
 *
 * <p>C times the stream ({@link Decay}) is rounded to a lattice and gets discrete Gaussian noise;
 * the totals follow from that alone. The rounding moves each step of a group by one lattice point
 * at most, and is part of the sensitivity. Who adds m to a group moves it by m · ‖C‖ · 2^bits +
 * √steps at most; over several groups that is most either with everything in one, or with 1 in each
 * of as many as there may be, for the sum of the squares is convex in their number.
 */
public final class Totals {

  /** The lattice is so fine that its rounding is a 4,096th of the sensitivity. */
  private static final double FINE = 4096;

  private static final int MOST_BITS = 24;
  private static final long MOST = 1L << 50;

  /** One point at the end; and what ten buffers may lose in 2^20 steps, below 2^-15 of a point. */
  private static final double POINT = 1 + 0x1p-15;

  private final Decay decay;
  private final int bits;
  private final NoisedMeasure noise;

  private Totals(Decay decay, int bits, NoisedMeasure noise) {
    this.decay = decay;
    this.bits = bits;
    this.noise = noise;
  }

  /**
   * Totals with the least noise that ρ allows.
   *
   * @param most that one person adds, in absolute value, over all steps and groups together: 1 to
   *     2^50
   * @param steps 1 to 2^20
   */
  public static Totals of(Rho rho, long most, int steps) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("what a person may add must be 1 to 2^50");
    }
    Decay decay = new Decay(steps);
    double moved = most * decay.norm();
    double rounding = Math.sqrt(steps) * POINT;
    int bits = 1 + Math.getExponent(FINE * rounding / moved);
    return of(rho, most, decay, Math.max(0, Math.min(MOST_BITS, bits)));
  }

  /** On a lattice of 2^bits points to one. */
  static Totals of(Rho rho, long most, Decay decay, int bits) {
    double one = moved(1, decay, bits) * Math.nextUp(Math.sqrt(most));
    double sensitivity = Math.max(moved(most, decay, bits), Math.nextUp(one));
    return new Totals(decay, bits, NoisedMeasure.of(rho, sensitivity));
  }

  /** How far one group's steps are moved by who adds so much to it. */
  private static double moved(long added, Decay decay, int bits) {
    double moved = Math.nextUp(Math.scalb(added * decay.norm(), bits));
    return Math.nextUp(moved + Math.sqrt(decay.steps) * POINT);
  }

  /** What all steps together cost. */
  public Rho rho() {
    return noise.rho();
  }

  public int steps() {
    return decay.steps;
  }

  /**
   * Releases one step of every group.
   *
   * @param now the groups' states, none of which has had all its steps
   * @param added in this step, one for each group
   * @return the groups after the step, in their order; {@link Running#total} may be published
   * @throws ArithmeticException if a sum exceeds 64 bits on the lattice; nothing was released
   */
  public List<Running> release(OpenDp library, List<Running> now, long[] added) {
    if (now.size() != added.length) {
      throw new IllegalArgumentException("each group needs what was added to it");
    }
    List<ExactBuffers> exact = new ArrayList<>();
    long[] products = new long[added.length];
    for (int i = 0; i < added.length; i++) {
      ExactBuffers buffers = exact(now.get(i));
      products[i] = buffers.step(added[i], bits);
      exact.add(buffers);
    }
    long[] noised = noise.release(library, products);
    List<Running> after = new ArrayList<>();
    for (int i = 0; i < added.length; i++) {
      after.add(after(now.get(i), exact.get(i), noised[i]));
    }
    return List.copyOf(after);
  }

  private ExactBuffers exact(Running running) {
    if (running.step() >= decay.steps) {
      throw new IllegalStateException("all steps of these totals have been released");
    }
    return new ExactBuffers(decay, running.exact());
  }

  private Running after(Running before, ExactBuffers exact, long noised) {
    PublishedBuffers published = new PublishedBuffers(decay, before.published(), before.total());
    double total = published.step(Math.scalb((double) noised, -bits));
    return new Running(before.step() + 1, exact.buffers(), published.buffers(), total);
  }

  /**
   * All steps of every group in one release, for what is known whole.
   *
   * @param added of each group, in each step
   * @return the totals of each group, after each step
   */
  double[][] releaseWhole(OpenDp library, long[][] added) {
    int steps = decay.steps;
    long[] products = new long[added.length * steps];
    for (int group = 0; group < added.length; group++) {
      System.arraycopy(lattice(added[group]), 0, products, group * steps, steps);
    }
    long[] noised = noise.release(library, products);
    double[][] totals = new double[added.length][];
    for (int group = 0; group < added.length; group++) {
      totals[group] = published(Arrays.copyOfRange(noised, group * steps, (group + 1) * steps));
    }
    return totals;
  }

  /** What is noised, of one group's whole stream. */
  long[] lattice(long[] added) {
    ExactBuffers buffers = exact(Running.start());
    long[] points = new long[decay.steps];
    for (int step = 0; step < points.length; step++) {
      points[step] = buffers.step(added[step], bits);
    }
    return points;
  }

  /** The totals that follow from points of the lattice. */
  double[] published(long[] points) {
    PublishedBuffers buffers = new PublishedBuffers(decay, Running.start().published(), 0);
    double[] totals = new double[points.length];
    for (int step = 0; step < points.length; step++) {
      totals[step] = buffers.step(Math.scalb((double) points[step], -bits));
    }
    return totals;
  }

  /** How far one person moves the lattice's points of all steps and groups (L2). */
  double sensitivity() {
    return noise.sensitivity();
  }

  /**
   * Standard deviation of a group's total at its step of that number, from 1; takes time in steps.
   */
  public double deviation(int step) {
    if (step < 1 || step > decay.steps) {
      throw new IllegalArgumentException("no such step");
    }
    PublishedBuffers one = new PublishedBuffers(decay, Running.start().published(), 0);
    double squares = 0;
    for (int i = 0; i < step; i++) {
      double part = one.step(i == 0 ? 1 : 0);
      squares += part * part;
    }
    return Math.scalb(noise.scale(), -bits) * Math.sqrt(squares);
  }

  /**
   * A total at that step is within this of the exact one with that probability: 0.95 for an
   * interval.
   */
  public double within(int step, double probability) {
    return deviation(step) * Math.sqrt(2) * Erf.erfInv(probability);
  }
}

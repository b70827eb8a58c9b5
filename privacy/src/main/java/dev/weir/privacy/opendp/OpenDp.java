package dev.weir.privacy.opendp;

import java.util.Arrays;

/**
 * OpenDP's exact noise on integers (Canonne, Kamath and Steinke, "The Discrete Gaussian for
 * Differential Privacy", 2020). Every method may be called by many threads at once; each draws anew
 * from OpenSSL's generator of private bytes.
 *
 * <p>Values lie between -2^62 and 2^62, scales between 0.25 and 2^55, sensitivities are above 0 and
 * at most 2^53, arrays have at most 2^24 elements: anything else is an {@link OpenDpException}, and
 * so is every failure inside the library. A loss is rounded up.
 */
public final class OpenDp {

  /** What the library calls itself; another one is refused. */
  static final String VERSION = "weir-opendp 0.1.0 over opendp 0.16.0";

  private static final long[] NONE = {};

  private final Binding binding;

  OpenDp(Binding binding) {
    this.binding = binding;
  }

  /**
   * The library, checked once for each class loader: version, generator of random numbers, that a
   * panic comes back, and known values.
   *
   * @throws OpenDpException if it is not there, or not what it should be; says how to mend it
   */
  public static OpenDp load() {
    return Loaded.get();
  }

  /** Text of the library's version and OpenDP's. */
  public String version() {
    return VERSION;
  }

  /**
   * Values with discrete Laplace noise. {@code sensitivity}: L1, what one person may change in all
   * of them.
   */
  public Noised laplace(long[] values, double scale, double sensitivity) {
    Call call = new Call();
    long[] noised = new long[values.length];
    double[] loss = new double[1];
    call.done(
        binding.weir_opendp_laplace(
            values, values.length, scale, sensitivity, noised, loss, call.text, Call.SIZE));
    return new Noised(noised, loss[0]);
  }

  /**
   * Values with discrete Gaussian noise. {@code sensitivity}: L2, what one person may change in all
   * of them.
   */
  public Noised gaussian(long[] values, double scale, double sensitivity) {
    Call call = new Call();
    long[] noised = new long[values.length];
    double[] loss = new double[1];
    call.done(
        binding.weir_opendp_gaussian(
            values, values.length, scale, sensitivity, noised, loss, call.text, Call.SIZE));
    return new Noised(noised, loss[0]);
  }

  /** ε of Laplace noise: what {@link #laplace} would tell. */
  public double laplaceLoss(double scale, double sensitivity) {
    return laplace(NONE, scale, sensitivity).loss();
  }

  /** ρ of Gaussian noise: what {@link #gaussian} would tell. */
  public double gaussianLoss(double scale, double sensitivity) {
    return gaussian(NONE, scale, sensitivity).loss();
  }

  /**
   * Groups by Laplace noise. Keys are numbers of the caller's, each once; zero-valued groups may be
   * given.
   */
  public Discovered laplaceThreshold(long[] keys, long[] values, Discovery by) {
    return discover(binding::weir_opendp_laplace_threshold, keys, values, by);
  }

  /**
   * Groups by Gaussian noise. Keys are numbers of the caller's, each once; zero-valued groups may
   * be given.
   */
  public Discovered gaussianThreshold(long[] keys, long[] values, Discovery by) {
    return discover(binding::weir_opendp_gaussian_threshold, keys, values, by);
  }

  /** ε of ρ at δ, as OpenDP converts it; δ above 0 and below 1. */
  public double epsilon(double rho, double delta) {
    Call call = new Call();
    double[] epsilon = new double[1];
    call.done(binding.weir_opendp_epsilon(rho, delta, epsilon, call.text, Call.SIZE));
    return epsilon[0];
  }

  private interface Threshold {
    int apply(
        long[] keys,
        long[] values,
        long count,
        double scale,
        long threshold,
        int groups,
        double norm,
        double each,
        long[] keptKeys,
        long[] keptValues,
        long[] kept,
        double[] loss,
        byte[] text,
        long size);
  }

  private static Discovered discover(
      Threshold threshold, long[] keys, long[] values, Discovery by) {
    if (keys.length != values.length || by.groups() < 1) {
      throw new OpenDpException("each group needs one value, and a person one group at least");
    }
    Call call = new Call();
    int count = keys.length;
    long[] keptKeys = new long[count];
    long[] keptValues = new long[count];
    long[] kept = new long[1];
    double[] loss = new double[2];
    call.done(
        threshold.apply(
            keys,
            values,
            count,
            by.scale(),
            by.threshold(),
            by.groups(),
            by.norm(),
            by.each(),
            keptKeys,
            keptValues,
            kept,
            loss,
            call.text,
            Call.SIZE));
    int left = Math.toIntExact(kept[0]);
    return new Discovered(
        Arrays.copyOf(keptKeys, left), Arrays.copyOf(keptValues, left), loss[0], loss[1]);
  }
}

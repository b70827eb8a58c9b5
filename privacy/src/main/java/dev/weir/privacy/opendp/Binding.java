package dev.weir.privacy.opendp;

/**
 * The library's functions, as {@code opendp-native} exports them. Each returns 0, or a status with
 * its text in {@code text}.
 */
final class Binding {

  Binding() {}

  native int weir_opendp_version(byte[] text, long size);

  native int weir_opendp_panic(byte[] text, long size);

  native int weir_opendp_generator(byte[] text, long size);

  native int weir_opendp_laplace(
      long[] values,
      long count,
      double scale,
      double sensitivity,
      long[] noised,
      double[] loss,
      byte[] text,
      long size);

  native int weir_opendp_gaussian(
      long[] values,
      long count,
      double scale,
      double sensitivity,
      long[] noised,
      double[] loss,
      byte[] text,
      long size);

  native int weir_opendp_laplace_threshold(
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

  native int weir_opendp_gaussian_threshold(
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

  native int weir_opendp_epsilon(double rho, double delta, double[] answer, byte[] text, long size);
}

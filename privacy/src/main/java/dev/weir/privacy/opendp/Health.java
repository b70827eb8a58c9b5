package dev.weir.privacy.opendp;

/**
 * What the library must show before it is used. The known values are OpenDP's own, taken at 0.15.1
 * and the same at 0.16.0; the threshold's is that of the threshold less 1 (OpenDP's issue 2922).
 */
final class Health {

  private static final double TOLERANCE = 1e-9;

  private final OpenDp library;

  private Health(OpenDp library) {
    this.library = library;
  }

  static void check(Binding binding) {
    version(binding);
    generator(binding);
    panic(binding);
    new Health(new OpenDp(binding)).values();
  }

  private static void version(Binding binding) {
    Call call = new Call();
    call.done(binding.weir_opendp_version(call.text, Call.SIZE));
    if (!call.said().equals(OpenDp.VERSION)) {
      throw new OpenDpException(
          "The library over OpenDP is not " + OpenDp.VERSION + ". Build it with this Weir.");
    }
  }

  private static void generator(Binding binding) {
    Call call = new Call();
    call.done(binding.weir_opendp_generator(call.text, Call.SIZE));
  }

  private static void panic(Binding binding) {
    Call call = new Call();
    if (binding.weir_opendp_panic(call.text, Call.SIZE) != Call.PANICKED) {
      throw new OpenDpException("The library over OpenDP does not catch its panics.");
    }
  }

  private void values() {
    same("Laplace", library.laplaceLoss(2, 1), 0.5);
    same("Laplace of three", library.laplaceLoss(2, 3), 1.5);
    same("Gaussian", library.gaussianLoss(4, 1), 0.03125);
    same("conversion", library.epsilon(0.03125, 1e-6), 1.1429257095713568);
    Discovered none =
        library.laplaceThreshold(new long[0], new long[0], new Discovery(2, 51, 1, 1, 1));
    same("threshold", none.loss(), 0.5);
    same("delta of the threshold", none.delta(), 8.644751581243781e-12);
  }

  private static void same(String what, double value, double known) {
    if (!(Math.abs(value - known) <= TOLERANCE * known)) {
      throw new OpenDpException(
          "The library over OpenDP gives another value than is known: " + what + ".");
    }
  }
}

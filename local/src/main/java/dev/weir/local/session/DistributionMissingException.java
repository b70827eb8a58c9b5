package dev.weir.local.session;

/** There is no Flink distribution on this machine; the message says why, and what to do. */
public final class DistributionMissingException extends Exception {

  private static final String MEND =
      ". Mend that, or unpack a Flink "
          + FlinkDistribution.VERSION
          + " distribution yourself and name it: WEIR_FLINK_DIST=DIR";

  DistributionMissingException(String why) {
    super("There is no Flink distribution: " + why + MEND);
  }
}

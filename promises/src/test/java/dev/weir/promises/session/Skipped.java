package dev.weir.promises.session;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.weir.local.session.DistributionMissingException;
import dev.weir.local.session.FlinkDistribution;

/**
 * Tests that need what a machine may lack say so aloud, for a skipped test looks like a good one.
 */
final class Skipped {

  private Skipped() {}

  static void because(String why) {
    System.err.println("SKIPPED, the job on real processes was not tested: " + why);
    abort(why);
  }

  /** The distribution; without pip, network and a distribution of its own a machine skips. */
  static FlinkDistribution unlessFlinkIsHere() throws Exception {
    try {
      return FlinkDistribution.find(System.getenv());
    } catch (DistributionMissingException missing) {
      because(String.valueOf(missing.getMessage()));
      throw missing;
    }
  }
}

package dev.weir.jobs.start;

import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.opendp.OpenDpException;

/** That noise can be drawn, where a plan has statistics. */
final class LibraryCheck {

  private LibraryCheck() {}

  static void check(Findings findings) {
    try {
      OpenDp unused = OpenDp.load();
    } catch (OpenDpException missing) {
      findings.add(
          EnvironmentRule.OPENDP,
          Findings.path("agreements"),
          "statistics need OpenDP: " + missing.getMessage(),
          "Build Weir with its library, or leave statistics out");
    }
  }
}

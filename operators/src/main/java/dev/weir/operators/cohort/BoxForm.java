package dev.weir.operators.cohort;

import dev.weir.privacy.generalize.Shown;
import java.util.List;

/** How a format writes what depends on the crowd. Confined to one thread. */
public interface BoxForm {

  /**
   * A generalized value.
   *
   * @param quasiIdentifier its number in the release's space
   * @param shown one; two of a place, its latitude and longitude
   */
  byte[] value(int quasiIdentifier, List<Shown> shown);

  /** A token, of which no character needs an escape. */
  byte[] token(String token);
}

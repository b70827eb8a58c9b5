package dev.weir.privacy.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A third way to the same figures: OpenDP's conversion, which plans without statistics never load.
 */
@NeedsOpenDp
class ConversionAgainstOpenDpTest {

  /** Seeded, over six powers of ten of ρ and twelve of δ. */
  @Test
  void epsilon_isOpenDps() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      double rho = Math.pow(10, -4 + 6 * random.nextDouble());
      double delta = Math.pow(10, -14 + 12 * random.nextDouble());
      double theirs = OpenDp.load().epsilon(rho, delta);
      double ours = Conversion.epsilon(new Rho(rho), delta);
      assertThat(ours).isCloseTo(theirs, within(1e-6 * theirs));
    }
  }
}

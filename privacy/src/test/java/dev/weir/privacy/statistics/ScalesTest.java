package dev.weir.privacy.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.Random;
import org.junit.jupiter.api.Test;

@NeedsOpenDp
class ScalesTest {

  /**
   * By the library's own map, rounded up: seeded budgets and sensitivities over 20 powers of ten.
   */
  @Test
  void noise_costsNoMoreThanIsGiven_andNearlyAll() {
    OpenDp library = OpenDp.load();
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      double loss = Math.pow(10, -8 + 8 * random.nextDouble());
      double sensitivity = Math.pow(10, 1 + 7 * random.nextDouble());
      double gaussian =
          library.gaussianLoss(Scales.gaussian(new Rho(loss), sensitivity), sensitivity);
      double laplace = library.laplaceLoss(Scales.laplace(loss, sensitivity), sensitivity);
      assertThat(gaussian).isLessThanOrEqualTo(loss).isCloseTo(loss, within(1e-12 * loss));
      assertThat(laplace).isLessThanOrEqualTo(loss).isCloseTo(loss, within(1e-12 * loss));
    }
  }

  @Test
  void hugeBudget_stillHasNoise() {
    assertThat(Scales.gaussian(new Rho(1e6), 1)).isEqualTo(0.25);
    assertThat(Scales.laplace(1e6, 1)).isEqualTo(0.25);
  }

  @Test
  void nonsense_isRefused() {
    Rho one = new Rho(1);
    for (double bad : new double[] {Double.NaN, 0, -1, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Scales.gaussian(one, bad)).hasMessageContaining("sensitivity");
      assertThatThrownBy(() -> Scales.laplace(bad, 1)).hasMessageContaining("loss");
    }
    assertThatThrownBy(() -> Scales.gaussian(Rho.NOTHING, 1)).hasMessageContaining("loss");
    assertThatThrownBy(() -> Scales.gaussian(new Rho(1e-300), 1)).hasMessageContaining("64 bits");
    assertThatThrownBy(() -> new NoisedMeasure(one, 10, 7)).hasMessageContaining("less than");
  }
}

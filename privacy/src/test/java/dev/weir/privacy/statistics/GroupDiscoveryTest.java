package dev.weir.privacy.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.Discovered;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@NeedsOpenDp
class GroupDiscoveryTest {

  private static final int GROUPS = 50_000;

  @Test
  void threshold_isAsLowAsItMayBe() {
    assertThat(GroupDiscovery.of(new Rho(0.5), 1e-6, 1).threshold()).isEqualTo(7);
    assertThat(GroupDiscovery.of(new Rho(0.005), 1e-6, 1).threshold()).isEqualTo(50);
  }

  /** The library tells what a look costs by its own reckoning: never more than is charged. */
  @Test
  void look_costsNoMoreThanItsCharge_alsoWithoutGroups() {
    Random random = new Random(5);
    long[] none = {};
    for (int i = 0; i < 300; i++) {
      double rho = Math.pow(10, -6 + 7 * random.nextDouble());
      double delta = Math.pow(10, -14 + 13 * random.nextDouble());
      int groups = 1 + random.nextInt(50);
      Discovered found =
          GroupDiscovery.of(new Rho(rho), delta, groups).look(OpenDp.load(), none, none);
      assertThat(found.keys()).isEmpty();
      assertThat(found.loss()).isLessThanOrEqualTo(rho);
    }
  }

  /** Groups of one person: six standard deviations above δ, a false alarm below 1e-8. */
  @Test
  void groupOfOnePerson_isToldNoMoreOftenThanDelta() {
    GroupDiscovery discovery = GroupDiscovery.of(new Rho(0.5), 0.005, 1);
    double told = told(discovery, 1);
    assertThat(told).isLessThan(0.005 + 6 * Math.sqrt(0.005 / GROUPS));
    assertThat(told).isPositive();
  }

  @Test
  void groupAtTheThreshold_isToldMoreOftenThanNot() {
    GroupDiscovery discovery = GroupDiscovery.of(new Rho(0.5), 1e-6, 1);
    assertThat(told(discovery, 7)).isBetween(0.6, 0.8);
    assertThat(told(discovery, 14)).isEqualTo(1);
  }

  private static double told(GroupDiscovery discovery, long people) {
    long[] all = new long[GROUPS];
    Arrays.fill(all, people);
    long[] keys = LongStream.range(0, GROUPS).toArray();
    return (double) discovery.look(OpenDp.load(), keys, all).keys().length / GROUPS;
  }

  /** A threshold below what δ allows is noticed when it is used. */
  @Test
  void loweredThreshold_isNoticed() {
    GroupDiscovery honest = GroupDiscovery.of(new Rho(0.5), 1e-6, 1);
    GroupDiscovery lowered =
        new GroupDiscovery(honest.rho(), 1e-6, 1, honest.scale(), honest.threshold() - 1);
    assertThatThrownBy(() -> lowered.look(OpenDp.load(), new long[0], new long[0]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nonsense_isRefused() {
    for (double bad : new double[] {Double.NaN, 0, -1, 1e-31, 0.6}) {
      assertThatThrownBy(() -> GroupDiscovery.of(new Rho(1), bad, 1)).hasMessageContaining("delta");
    }
  }
}

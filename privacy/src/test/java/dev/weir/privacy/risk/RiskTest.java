package dev.weir.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.risk.JournalistRisk.Matched;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RiskTest {

  @Test
  void journalist_looksAtThePopulation() {
    JournalistRisk risk = new JournalistRisk(List.of(new Matched(2, 10), new Matched(1, 4)));
    assertThat(risk.highest()).isEqualTo(0.25);
    assertThat(risk.marketer()).isCloseTo((0.2 + 0.25) / 3, within(1e-12));
  }

  /** Where the release is the whole population. */
  @Property
  void journalist_isTheProsecutor_whereAllAreReleased(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 50) Integer> sizes) {
    ProsecutorRisk prosecutor = new ProsecutorRisk(ClassSizes.of(sizes));
    JournalistRisk journalist =
        new JournalistRisk(sizes.stream().map(size -> new Matched(size, size)).toList());
    assertThat(journalist.highest()).isEqualTo(prosecutor.highest());
    assertThat(journalist.marketer()).isCloseTo(prosecutor.marketer(), within(1e-12));
    assertThat(prosecutor.marketer()).isLessThanOrEqualTo(prosecutor.highest());
  }

  @Test
  void whatIsNoRelease_isRefused() {
    assertThatThrownBy(() -> ClassSizes.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClassSizes.of(List.of(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Matched(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PopulationUniqueness(ClassSizes.of(List.of(1)), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

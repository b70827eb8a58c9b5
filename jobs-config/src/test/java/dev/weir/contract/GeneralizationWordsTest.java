package dev.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.plan.Generalization;
import org.junit.jupiter.api.Test;

class GeneralizationWordsTest {

  @Test
  void hierarchy_isNamedByItsDigest_withoutItsPathAndLabels() {
    String words =
        GeneralizationWords.of(
            new Generalization.Hierarchy("../secret/homes.csv", "5e11ab", "Bonn;DE;*\n"));
    assertThat(words)
        .contains("in the hierarchy of SHA-256 5e11ab")
        .doesNotContain("homes", "Bonn");
  }
}

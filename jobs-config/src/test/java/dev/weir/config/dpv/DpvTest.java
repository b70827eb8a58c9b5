package dev.weir.config.dpv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DpvTest {

  @Test
  void vocabulary_shipsWithVersionAndLicence() {
    Dpv dpv = Dpv.load();
    assertThat(dpv.version()).isEqualTo("2.3");
    assertThat(dpv.licence()).startsWith("W3C-20230612 ");
    assertThat(dpv.purposes())
        .hasSize(121)
        .contains("CommercialResearch", "FraudPreventionAndDetection", "AcademicResearch")
        .doesNotContain("Purpose", "hasPurpose", "Consent");
    assertThat(dpv.legalBases())
        .hasSize(20)
        .contains("Consent", "LegitimateInterest", "ExplicitlyExpressedConsent")
        .doesNotContain("LegalBasis", "CommercialResearch");
  }
}

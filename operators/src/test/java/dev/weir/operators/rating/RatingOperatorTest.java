package dev.weir.operators.rating;

import static dev.weir.operators.rating.RatingHarness.ACME;
import static dev.weir.operators.rating.RatingHarness.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class RatingOperatorTest {

  private static final Instant NOVEMBER = Instant.parse("2026-11-20T10:00:00Z");
  private static final String MINUTE = "2026-11-03T08:00:00Z";

  @Test
  void aMonth_isChargedAtTheFirstCheckpoint_usedOrNot() throws Exception {
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      rating.checkpoint(1);
      assertThat(rating.lines()).containsExactly("2026-11/1 MONTH 1 500.00 EUR");
      rating.checkpoint(2);
      assertThat(rating.lines()).isEmpty();
    }
  }

  @Test
  void usage_isChargedByTheCheckpointThatHasReadIt_eachEventOnce() throws Exception {
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      rating.read(event(ACME, MINUTE, 10_000, "0"));
      rating.read(event(ACME, MINUTE, 10_000, "0"));
      rating.checkpoint(1);
      assertThat(rating.lines())
          .containsExactly("2026-11/1 MONTH 1 500.00 EUR", "2026-11/2 RECORDS 10.000 4.00 EUR");
      rating.read(event(ACME, MINUTE, 500, "1"));
      rating.read(event(ACME, MINUTE, 10_000, "0"));
      rating.checkpoint(2);
      assertThat(rating.lines()).containsExactly("2026-11/3 RECORDS 0.500 0.20 EUR");
    }
  }

  @Test
  void whatAStateHasCharged_isNotChargedAgain_andTheIdsGoOn() throws Exception {
    RatingHarness.Saved state;
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      rating.read(event(ACME, MINUTE, 10_000, "0"));
      state = rating.checkpoint(1);
    }
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, state)) {
      rating.read(event(ACME, MINUTE, 10_000, "0"));
      rating.checkpoint(2);
      assertThat(rating.lines()).isEmpty();
      rating.read(event(ACME, MINUTE, 1_000, "1"));
      rating.checkpoint(3);
      assertThat(rating.lines()).containsExactly("2026-11/3 RECORDS 1.000 0.40 EUR");
    }
  }

  @Test
  void lateAndCorrectedUsage_isALineThatNamesWhatItCorrects_neverAnEdit() throws Exception {
    UsageEvent first = event(ACME, MINUTE, 10_000, "0");
    RatingHarness.Saved state;
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      rating.read(first);
      state = rating.checkpoint(1);
    }
    Instant later = Instant.parse("2026-12-02T00:00:00Z");
    try (RatingHarness rating = RatingHarness.open(later, state)) {
      rating.read(first.corrected(new Usage(-2_500, 0, 0, BigDecimal.ZERO), "recount"));
      rating.checkpoint(2);
      assertThat(rating.lines())
          .containsExactly(
              "2026-11/3 RECORDS -2.500 -1.00 EUR corrects acme-payments/2026-11/2",
              "2026-12/1 MONTH 1 500.00 EUR");
    }
  }

  @Test
  void monthsInWhichTheJobDidNotRun_haveTheirPrice() throws Exception {
    RatingHarness.Saved state;
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      state = rating.checkpoint(1);
    }
    try (RatingHarness rating = RatingHarness.open(Instant.parse("2027-02-01T00:00:00Z"), state)) {
      rating.checkpoint(2);
      assertThat(rating.lines())
          .containsExactly(
              "2026-12/1 MONTH 1 500.00 EUR",
              "2027-01/1 MONTH 1 500.00 EUR",
              "2027-02/1 MONTH 1 500.00 EUR");
    }
  }

  @Test
  void usageOfAnUnknownVersion_holdsItsMonth_andOtherContentOfAnIdCountsNot() throws Exception {
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      rating.read(event(new AgreementRef("acme-payments", "0.9.0"), MINUTE, 10, "0"));
      rating.checkpoint(1);
      assertThat(rating.lines()).isEmpty();
    }
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      rating.read(event(ACME, MINUTE, 10_000, "0"));
      rating.read(event(ACME, MINUTE, 20_000, "0"));
      rating.checkpoint(1);
      assertThat(rating.lines()).contains("2026-11/2 RECORDS 10.000 4.00 EUR").hasSize(2);
    }
  }

  @Test
  void whatIsNoUsageEvent_endsTheJob_atItsPlace() throws Exception {
    try (RatingHarness rating = RatingHarness.open(NOVEMBER, null)) {
      assertThatThrownBy(rating::readForeign)
          .isInstanceOf(SuppressRestartsException.class)
          .hasRootCauseMessage(
              "the record at offset 7 of partition 0 of acme.usage is no usage event. Let nobody but"
                  + " Weir write there, and delete what stands up to it");
    }
  }
}

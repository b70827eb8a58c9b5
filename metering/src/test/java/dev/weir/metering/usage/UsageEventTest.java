package dev.weir.metering.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsageEventTest {

  @Test
  void id_namesWhatIsCounted_andNotHowMuch() {
    UsageEvent one = UsageEvents.event();
    UsageEvent other =
        UsageEvent.of(UsageEvents.SOURCE, UsageEvents.metered(Usage.ofRecords(99)), "0-7");
    assertThat(one.id())
        .isEqualTo("acme/acme-payments@1.0.0/payments/2026-03-01T08:00:00Z/0-7")
        .isEqualTo(other.id());
  }

  @Test
  void correction_namesWhatItMends_andMayCountBelowNothing() {
    UsageEvent mend = UsageEvents.event().corrected(Usage.ofRecords(-2), "1");
    assertThat(mend.corrects()).isEqualTo(UsageEvents.event().id());
    assertThat(mend.id()).isEqualTo(mend.corrects() + "/correction/1");
  }

  @Test
  void whatIsNoUsage_isRefused() {
    Metered below = UsageEvents.metered(Usage.ofRecords(-1));
    assertThatThrownBy(() -> UsageEvent.of(UsageEvents.SOURCE, below, "0"))
        .hasMessage("only a correction counts below 0");
    Metered one = UsageEvents.metered(Usage.ofRecords(1));
    assertThatThrownBy(() -> UsageEvent.of("", one, "0")).hasMessageContaining("URI reference");
    assertThatThrownBy(() -> UsageEvent.of("a b", one, "0")).hasMessageContaining("URI reference");
    assertThatThrownBy(() -> UsageEvent.of(UsageEvents.SOURCE, one, "a/b"))
        .hasMessageContaining("part");
    assertThatThrownBy(() -> new UsageEvent(UsageEvents.SOURCE, "another", null, one))
        .hasMessageContaining("names what the data counts");
    assertThatThrownBy(() -> new Minute(UsageEvents.EIGHT.plusMillis(1)))
        .hasMessageContaining("whole minute");
    assertThatThrownBy(() -> AgreementRef.parse("acme-payments"))
        .hasMessageNotContaining("acme-payments");
  }

  @Test
  void epsilon_isTheSame_howeverItIsWritten() {
    assertThat(new Usage(0, 0, 0, new BigDecimal("0.10")))
        .isEqualTo(new Usage(0, 0, 0, new BigDecimal("0.1")));
    assertThat(new Usage(0, 0, 0, new BigDecimal("0.00"))).isEqualTo(Usage.NONE);
  }
}

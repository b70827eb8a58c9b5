package dev.weir.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentsTest {

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<Payment> TEN_THOUSAND = first(7, 10_000);

  @Test
  void sameSeed_givesTheSamePaymentsAndAnotherGivesOthers() {
    assertThat(texts(first(1, 100))).isEqualTo(texts(first(1, 100)));
    assertThat(texts(first(1, 100))).isNotEqualTo(texts(first(2, 100)));
  }

  @Test
  void goodPayments_haveEveryRequiredFieldAndItsType() throws Exception {
    for (Payment payment : TEN_THOUSAND) {
      if (payment.flaw() == null) {
        JsonNode json = STRICT.readTree(payment.json());
        assertThat(json.at("/payment_id").isTextual()).isTrue();
        assertThat(json.at("/customer/id").textValue()).isEqualTo(payment.customer());
        assertThat(json.at("/address/country").textValue()).isEqualTo(payment.country());
        assertThat(json.at("/amount").isNumber()).isTrue();
        assertThat(json.at("/occurred_at").textValue()).endsWith("Z");
        assertThat(luhn(json.at("/card/number").textValue())).isTrue();
      }
    }
  }

  @Test
  void badPayments_haveTheFlawTheySay() throws Exception {
    for (Payment payment : TEN_THOUSAND) {
      if (payment.flaw() == Flaw.MISSING) {
        assertThat(STRICT.readTree(payment.json()).at("/customer/id").isMissingNode()).isTrue();
      } else if (payment.flaw() == Flaw.WRONG_TYPE) {
        assertThat(STRICT.readTree(payment.json()).at("/amount").isTextual()).isTrue();
      } else if (payment.flaw() != null) {
        assertThatThrownBy(() -> STRICT.readTree(payment.json()))
            .isInstanceOf(JsonProcessingException.class);
      }
    }
  }

  @Test
  void everyFlawOccurs_inAboutOneOfAHundred() {
    Map<Flaw, Long> flaws =
        TEN_THOUSAND.stream()
            .filter(payment -> payment.flaw() != null)
            .collect(Collectors.groupingBy(Payment::flaw, Collectors.counting()));
    assertThat(flaws).containsOnlyKeys(Flaw.values());
    assertThat(flaws.values().stream().mapToLong(n -> n).sum()).isBetween(50L, 200L);
  }

  @Test
  void undeclaredFields_areAmongThem() {
    assertThat(texts(TEN_THOUSAND)).anyMatch(json -> json.contains("\"loyalty\":\"LOYAL-"));
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int doubled = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += doubled / 10 + doubled % 10;
    }
    return digits.length() == 16 && sum % 10 == 0;
  }

  private static List<Payment> first(long seed, int count) {
    Payments payments = new Payments(seed, Instant.parse("2026-03-01T08:00:00Z"));
    return Stream.generate(payments::next).limit(count).toList();
  }

  private static List<String> texts(List<Payment> payments) {
    return payments.stream().map(payment -> new String(payment.json(), UTF_8)).toList();
  }
}

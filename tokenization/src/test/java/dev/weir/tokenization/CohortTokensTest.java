package dev.weir.tokenization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Tokens of cohorts: bound to partner, agreement, domain, value and cohort. */
class CohortTokensTest {

  private static final byte[] VALUE = "C100217".getBytes(UTF_8);

  private static String token(PartnerKeys keys, String agreement, String domain, long cohort) {
    CohortTokens tokens = keys.cohortTokens("agreement:" + agreement, domain);
    return CohortToken.of(tokens.of(VALUE, 0, VALUE.length), cohort, ~cohort);
  }

  @Test
  void token_isTheOneThatJavasOwnHmacGives() throws Exception {
    KeysetHandle keyset = NewKeyset.of(KeyUse.ONE_WAY);
    PartnerKeys keys = PartnerKeys.of("acme", Map.of(KeyUse.ONE_WAY, keyset));
    KeyMaterial key = KeyMaterial.of(KeyUse.ONE_WAY, keyset.getPrimary());
    byte[] parts = LengthPrefixed.encode("weir/1", "cohort", "agreement:a", "p/id");
    byte[] ofValue = hmac(key.bytes(), parts, VALUE);
    byte[] cohort = ByteBuffer.allocate(16).putLong(7).putLong(~7L).array();
    byte[] expected = hmac(ofValue, LengthPrefixed.encode("weir/1", "cohort"), cohort);
    byte[] decoded = Base64.getUrlDecoder().decode(token(keys, "a", "p/id", 7));
    assertThat(decoded).hasSize(21).startsWith(1);
    assertThat(ByteBuffer.wrap(decoded, 1, 4).getInt()).isEqualTo(key.id());
    assertThat(Arrays.copyOfRange(decoded, 5, 21)).isEqualTo(Arrays.copyOf(expected, 16));
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  @Test
  void anotherPartnerAgreementDomainOrCohort_isAnotherToken() {
    PartnerKeys acme = Golden.fresh("acme");
    PartnerKeys umbra = Golden.fresh("umbra");
    Set<String> tokens = new HashSet<>();
    for (PartnerKeys keys : new PartnerKeys[] {acme, umbra}) {
      for (String agreement : new String[] {"a", "b"}) {
        for (String domain : new String[] {"p/id", "p/email"}) {
          for (long cohort = 0; cohort < 50; cohort++) {
            tokens.add(token(keys, agreement, domain, cohort));
          }
        }
      }
    }
    assertThat(tokens).hasSize(2 * 2 * 2 * 50);
    assertThat(token(acme, "a", "p/id", 3)).isEqualTo(token(acme, "a", "p/id", 3));
  }
}

package dev.weir.bench.naive;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import dev.weir.bench.orders.OrderPolicy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Tokens by Tink's own AES-SIV. */
final class NaiveTokens {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final DeterministicAead aead;
  private final Map<String, byte[]> associatedData = new HashMap<>();

  NaiveTokens(KeysetHandle keyset) throws GeneralSecurityException {
    DeterministicAeadConfig.register();
    aead = keyset.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    OrderPolicy.TOKENS.forEach(
        field -> associatedData.put(field, OrderPolicy.binding(field).encoded()));
  }

  String token(String field, String value) throws GeneralSecurityException {
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    return BASE64.encodeToString(aead.encryptDeterministically(plain, associatedData.get(field)));
  }
}

package dev.weir.tokenization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The golden files, which {@code src/test/golden/golden.py} made without any code of Weir. */
public final class Golden {

  private Golden() {}

  public static byte[] bytes(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Golden.class.getResourceAsStream("/dev/weir/tokenization/golden/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> rows(String name) {
    ObjectMapper mapper = new ObjectMapper();
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .map(
            line -> {
              try {
                return mapper.readTree(line);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  static KeysetHandle keyset(KeyUse use) {
    NewKeyset.registerKinds();
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          new String(bytes("keysets/" + use + ".json"), StandardCharsets.UTF_8),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Partner acme's keys: counted-up bytes. */
  public static PartnerKeys keys() {
    Map<KeyUse, KeysetHandle> keysets = new EnumMap<>(KeyUse.class);
    for (KeyUse use : KeyUse.values()) {
      keysets.put(use, keyset(use));
    }
    return PartnerKeys.of("acme", keysets);
  }

  /** Fresh random keys of a partner. */
  public static PartnerKeys fresh(String partner) {
    Map<KeyUse, KeysetHandle> keysets = new EnumMap<>(KeyUse.class);
    for (KeyUse use : KeyUse.values()) {
      keysets.put(use, NewKeyset.of(use));
    }
    return PartnerKeys.of(partner, keysets);
  }

  static String token(Tokenizer tokenizer, String value) {
    return token(tokenizer, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Tokenizes from and into the middle of arrays, as the hot path does. */
  static String token(Tokenizer tokenizer, byte[] value) {
    byte[] in = new byte[value.length + 7];
    System.arraycopy(value, 0, in, 3, value.length);
    byte[] out = new byte[5 + tokenizer.maxTokenLength(value.length)];
    int end = tokenizer.tokenize(in, 3, 3 + value.length, out, 5);
    return new String(out, 5, end - 5, StandardCharsets.UTF_8);
  }
}

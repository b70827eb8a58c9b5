package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The PRF against Wycheproof's vectors of HMAC-SHA-256, each message cut in two at every place. */
class KeyedHashVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void wycheproof_everyVector() throws IOException {
    int valid = 0;
    int invalid = 0;
    int tooLong = 0;
    try (BufferedReader lines = lines()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode test = JSON.readTree(line);
        byte[] key = hex(test.get(2));
        if (key.length > 64) {
          assertThatThrownBy(() -> new KeyedHash(key, new byte[0]))
              .isInstanceOf(IllegalArgumentException.class);
          tooLong++;
        } else if (check(test, key)) {
          valid++;
        } else {
          invalid++;
        }
      }
    }
    System.out.printf(
        "Wycheproof HMAC-SHA-256: %d valid, %d invalid, %d with keys longer than any here%n",
        valid, invalid, tooLong);
    assertThat(new int[] {valid, invalid, tooLong}).containsExactly(60, 108, 6);
  }

  /** Whether the vector's tag is the right one: as the vector says, or the test fails. */
  private static boolean check(JsonNode test, byte[] key) {
    byte[] message = hex(test.get(3));
    boolean expected = test.get(5).asText().equals("valid");
    for (int cut = 0; cut <= message.length; cut++) {
      byte[] out = new byte[KeyedHash.LENGTH];
      new KeyedHash(key, Arrays.copyOf(message, cut)).hash(message, cut, message.length, out, 0);
      byte[] tag = Arrays.copyOf(out, test.get(1).asInt() / 8);
      assertThat(Arrays.equals(tag, hex(test.get(4))))
          .as("tcId %s, cut at %s", test.get(0), cut)
          .isEqualTo(expected);
    }
    return expected;
  }

  private static byte[] hex(JsonNode field) {
    return HexFormat.of().parseHex(field.asText());
  }

  private static BufferedReader lines() {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(
                KeyedHashVectorsTest.class.getResourceAsStream("wycheproof/hmac_sha256.jsonl")),
            StandardCharsets.US_ASCII));
  }
}

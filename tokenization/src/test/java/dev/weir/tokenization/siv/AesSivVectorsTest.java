package dev.weir.tokenization.siv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** AES-SIV against published vectors: RFC 5297 appendix A, and Wycheproof's for every key size. */
class AesSivVectorsTest {

  @Test
  void rfc5297_a1_deterministicAuthenticatedEncryption() {
    assertThat(
            seal(
                "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
                "112233445566778899aabbccddee",
                "101112131415161718191a1b1c1d1e1f2021222324252627"))
        .isEqualTo("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
  }

  @Test
  void rfc5297_a2_aVectorOfThreeStrings() {
    assertThat(
            seal(
                "7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f",
                "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e6720"
                    + "5349562d414553",
                "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100",
                "102030405060708090a0",
                "09f911029d74e35bd84156c5635688c0"))
        .isEqualTo(
            "7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3f7"
                + "48ba8af829ea64ad544a272e9c485b62a3fd5c0d");
  }

  @Test
  void wycheproof_oneString_allKeySizes() throws IOException {
    int checked = 0;
    for (JsonNode test : tests("aes_siv_cmac_test.json")) {
      check(test, hex(test, "ct"), List.of(hex(test, "aad")));
      checked++;
    }
    System.out.println("Wycheproof AES-SIV, one string: " + checked);
    assertThat(checked).isEqualTo(442);
  }

  @Test
  void wycheproof_dataAndNonce_allKeySizes() throws IOException {
    int checked = 0;
    for (JsonNode test : tests("aead_aes_siv_cmac_test.json")) {
      byte[] sealed = HexFormat.of().parseHex(test.get("tag").asText() + test.get("ct").asText());
      check(test, sealed, List.of(hex(test, "aad"), hex(test, "iv")));
      checked++;
    }
    System.out.println("Wycheproof AES-SIV, data and nonce: " + checked);
    assertThat(checked).isEqualTo(900);
  }

  private static void check(JsonNode test, byte[] sealed, List<byte[]> associatedData) {
    AesSiv siv = new AesSiv(hex(test, "key"), associatedData);
    byte[] message = hex(test, "msg");
    byte[] opened = new byte[Math.max(0, sealed.length - AesSiv.OVERHEAD)];
    int length = siv.open(sealed, 0, sealed.length, opened, 0);
    String id = "tcId " + test.get("tcId");
    if (test.get("result").asText().equals("valid")) {
      assertThat(length).as(id).isEqualTo(message.length);
      assertThat(opened).as(id).isEqualTo(message);
      assertThat(seal(siv, message)).as(id).isEqualTo(sealed);
    } else {
      assertThat(length).as(id).isEqualTo(-1);
      assertThat(opened).as(id).isEqualTo(new byte[opened.length]);
      assertThat(seal(siv, message)).as(id).isNotEqualTo(sealed);
    }
  }

  private static Iterable<JsonNode> tests(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            AesSivVectorsTest.class.getResourceAsStream(
                "/dev/weir/tokenization/wycheproof/" + file))) {
      return new ObjectMapper()
          .readTree(in).findValues("tests").stream()
              .flatMap(group -> StreamSupport.stream(group.spliterator(), false))
              .toList();
    }
  }

  private static String seal(String key, String message, String... associatedData) {
    HexFormat hex = HexFormat.of();
    List<byte[]> data = Arrays.stream(associatedData).map(hex::parseHex).toList();
    return hex.formatHex(seal(new AesSiv(hex.parseHex(key), data), hex.parseHex(message)));
  }

  private static byte[] seal(AesSiv siv, byte[] message) {
    byte[] out = new byte[message.length + AesSiv.OVERHEAD];
    assertThat(siv.seal(message, 0, message.length, out, 0)).isEqualTo(out.length);
    return out;
  }

  private static byte[] hex(JsonNode test, String field) {
    return HexFormat.of().parseHex(test.get(field).asText());
  }
}

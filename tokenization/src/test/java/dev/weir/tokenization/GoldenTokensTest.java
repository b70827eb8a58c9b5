package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form of tokens, days and fingerprints is for ever: another implementation gave these. */
class GoldenTokensTest {

  private final PartnerKeys keys = Golden.keys();

  @Test
  void tokens_areAsEver() {
    List<JsonNode> rows = Golden.rows("tokens.jsonl");
    assertThat(rows).hasSize(310);
    for (JsonNode row : rows) {
      Tokenizer tokenizer = keys.tokenizer(binding(row), row.get(3).asInt());
      assertThat(Golden.token(tokenizer, row.get(4).asText()))
          .as(row.toString())
          .isEqualTo(row.get(5).asText());
    }
  }

  @Test
  void deterministicTokens_areReadByPlainTink_withoutWeir() throws GeneralSecurityException {
    DeterministicAead tink =
        Golden.keyset(KeyUse.DETERMINISTIC)
            .getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    int read = 0;
    for (JsonNode row : Golden.rows("tokens.jsonl")) {
      if (row.get(0).asText().equals("deterministic") && row.get(3).asInt() == 0) {
        byte[] token = Base64.getUrlDecoder().decode(row.get(5).asText());
        byte[] value = tink.decryptDeterministically(token, binding(row).encoded());
        assertThat(value).asString(StandardCharsets.UTF_8).isEqualTo(row.get(4).asText());
        read++;
      }
    }
    assertThat(read).isEqualTo(80);
  }

  @Test
  void oneWayTokens_areTinksPrf() throws GeneralSecurityException {
    PrfSet tink =
        Golden.keyset(KeyUse.ONE_WAY).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    for (JsonNode row : Golden.rows("tokens.jsonl")) {
      if (row.get(0).asText().equals("one-way")) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(binding(row).encoded());
        input.writeBytes(row.get(4).asText().getBytes(StandardCharsets.UTF_8));
        byte[] token = Base64.getUrlDecoder().decode(row.get(5).asText());
        assertThat(Arrays.copyOfRange(token, 5, token.length))
            .isEqualTo(tink.computePrimary(input.toByteArray(), 16));
      }
    }
  }

  @Test
  void paddedTokens_readBackWithoutThePadding() {
    for (JsonNode row : Golden.rows("tokens.jsonl")) {
      if (row.get(0).asText().equals("deterministic")) {
        Detokenizer reader = keys.detokenizer(binding(row), SourceValueAccess.forTheOwner());
        assertThat(reader.detokenize(row.get(5).asText()))
            .isInstanceOfSatisfying(
                Detokenized.Value.class,
                value ->
                    assertThat(value.text(SourceValueAccess.forTheOwner()))
                        .isEqualTo(row.get(4).asText()));
      }
    }
  }

  @Test
  void formatPreservingTokens_areAsEver_andReadBack() {
    List<JsonNode> rows = Golden.rows("format-tokens.jsonl");
    assertThat(rows).hasSize(90);
    for (JsonNode row : rows) {
      TokenBinding binding =
          new TokenBinding("format-preserving", row.get(0).asText(), row.get(1).asText());
      TokenFormat format =
          new TokenFormat(
              row.get(2).asText(), row.get(3).asInt(), row.get(4).asInt(), row.get(5).asInt() == 1);
      String token = row.get(7).asText();
      assertThat(Golden.token(keys.tokenizer(binding, format), row.get(6).asText()))
          .as(row.toString())
          .isEqualTo(token);
      FormatDetokenizer reader = keys.detokenizer(binding, format, SourceValueAccess.forTheOwner());
      assertThat(
              reader.detokenize(keys.version(KeyUse.FORMAT_PRESERVING), token)
                      instanceof Detokenized.Value value
                  ? value.text(SourceValueAccess.forTheOwner())
                  : "")
          .isEqualTo(row.get(6).asText());
    }
  }

  @Test
  void erasableTokens_areAsEver() {
    List<JsonNode> rows = Golden.rows("erasable-tokens.jsonl");
    assertThat(rows).hasSize(24);
    for (JsonNode row : rows) {
      TokenBinding binding =
          new TokenBinding("deterministic", row.get(1).asText(), row.get(2).asText());
      SubjectKey key = SubjectKey.of(HexFormat.of().parseHex(row.get(0).asText()));
      Tokenizer tokenizer = keys.tokenizer(binding, row.get(3).asInt(), () -> key);
      assertThat(Golden.token(tokenizer, row.get(4).asText()))
          .as(row.toString())
          .isEqualTo(row.get(5).asText());
    }
  }

  /** State is found by them. */
  @Test
  void namesOfValues_areAsEver() {
    List<JsonNode> rows = Golden.rows("value-names.jsonl");
    assertThat(rows).hasSize(10);
    for (JsonNode row : rows) {
      ValueNamer namer =
          keys.valueNamer(new TokenBinding("random", row.get(0).asText(), row.get(1).asText()));
      byte[] value = row.get(2).asText().getBytes(StandardCharsets.UTF_8);
      namer.name(value, 0, value.length);
      assertThat(String.format("%016x%016x", namer.high(), namer.low()))
          .as(row.toString())
          .isEqualTo(row.get(3).asText());
    }
  }

  @Test
  void days_areAsEver() {
    List<JsonNode> rows = Golden.rows("shifts.jsonl");
    assertThat(rows).hasSize(128);
    for (JsonNode row : rows) {
      byte[] subject = row.get(2).asText().getBytes(StandardCharsets.UTF_8);
      int days =
          keys.dayShift(row.get(0).asText(), row.get(1).asInt()).days(subject, 0, subject.length);
      assertThat(days).as(row.toString()).isEqualTo(row.get(3).asInt());
    }
  }

  @Test
  void fingerprints_areAsEver() {
    for (JsonNode row : Golden.rows("fingerprints.jsonl")) {
      assertThat(keys.fingerprint(KeyUse.of(row.get(0).asText()))).isEqualTo(row.get(1).asText());
    }
  }

  private static TokenBinding binding(JsonNode row) {
    return new TokenBinding(row.get(0).asText(), row.get(1).asText(), row.get(2).asText());
  }
}

package dev.weir.tokenization;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job starts with keys that were seen to work, and with no others. */
class KeyProofTest {

  private static final PartnerKeys ACME = Golden.fresh("acme");
  private static final PartnerKeys OTHER = Golden.fresh("acme");
  private static final SourceValueAccess OWNER = SourceValueAccess.forTheOwner();
  private static final TokenBinding BINDING = KeyProof.binding(KeyUse.DETERMINISTIC);

  @ParameterizedTest
  @EnumSource(KeyUse.class)
  void keyOfEveryUse_isProved(KeyUse use) {
    assertThatCode(() -> ACME.prove(use)).doesNotThrowAnyException();
  }

  @Test
  void keyThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> PartnerKeys.of("acme", Map.of()).prove(KeyUse.ONE_WAY))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("acme/one-way is missing");
  }

  @Test
  void tokenThatAnotherKeyMade_orThatIsTheValue_provesNothing() {
    Tokenizer tokenizer = ACME.tokenizer(BINDING, 0);
    assertThat(KeyProof.holds(tokenizer, ACME.detokenizer(BINDING, OWNER)::detokenize)).isTrue();
    assertThat(KeyProof.holds(tokenizer, OTHER.detokenizer(BINDING, OWNER)::detokenize)).isFalse();
    Tokenizer open =
        new Tokenizer() {
          @Override
          public int maxTokenLength(int valueLength) {
            return valueLength;
          }

          @Override
          public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
            System.arraycopy(value, from, out, at, to - from);
            return at + to - from;
          }
        };
    assertThat(KeyProof.holds(open, token -> new Detokenized.Value(token.getBytes(US_ASCII))))
        .isFalse();
  }
}

package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million values, two partners, one agreement's name and domain: no token in common. */
class PartnersApartTest {

  private static final int VALUES = 1_000_000;

  private record Body(long high, long low) {}

  /**
   * Compares the bodies, 128 bits, for key ids alone would keep whole tokens apart. Were all well,
   * a body would occur twice with a chance below 2^41 / 2^128.
   */
  @ParameterizedTest
  @ValueSource(strings = {"deterministic", "one-way"})
  void twoPartners_shareNoToken_andNoValuesShareOne(String scheme) {
    Set<Body> bodies = new HashSet<>(4 * VALUES);
    for (String partner : new String[] {"acme", "umbra"}) {
      TokenBinding binding = new TokenBinding(scheme, "agreement:same", "same/field");
      Tokenizer tokenizer = Golden.fresh(partner).tokenizer(binding, 0);
      byte[] out = new byte[tokenizer.maxTokenLength(20)];
      for (int i = 0; i < VALUES; i++) {
        byte[] value = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
        int end = tokenizer.tokenize(value, 0, value.length, out, 0);
        bodies.add(body(out, end));
      }
    }
    assertThat(bodies).hasSize(2 * VALUES);
  }

  private static Body body(byte[] token, int end) {
    String text = new String(token, 0, end, StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    return new Body(bytes.getLong(TokenPrefix.LENGTH), bytes.getLong(TokenPrefix.LENGTH + 8));
  }
}

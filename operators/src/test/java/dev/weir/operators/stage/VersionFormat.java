package dev.weir.operators.stage;

import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.TokenText;
import dev.weir.tokenization.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Whatever a record is, what is released of it is the id of the key that tokens are made with. All
 * of it is its subject.
 */
record VersionFormat() implements RecordFormat {

  private static final byte[] VALUE = {'v'};

  @Override
  public Decoder decoder(ProductPlan product) {
    return new TextFormat().decoder(product);
  }

  @Override
  public SubjectReader subjects(ProductPlan product) {
    return event -> {
      byte[] value = Objects.requireNonNull(event.source().value());
      Slice all = new Slice();
      all.set(value, 0, value.length);
      return all;
    };
  }

  @Override
  public CellCounter cells(ReleasePlan release) {
    return value -> 1;
  }

  @Override
  public Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    Step.TokenContext context = new Step.TokenContext("deterministic", "agreement:a", "p/f");
    Step.KeyRef key = new Step.KeyRef(release.partner(), "deterministic");
    int version =
        version(keys.tokenizer(new Step.Tokenize(TokenScheme.DETERMINISTIC, key, context, null)));
    return (event, value, none) -> {
      value.write(Integer.toUnsignedString(version).getBytes(StandardCharsets.UTF_8));
      return null;
    };
  }

  private static int version(Tokenizer tokenizer) {
    byte[] token = new byte[tokenizer.maxTokenLength(VALUE.length)];
    int end = tokenizer.tokenize(VALUE, 0, VALUE.length, token, 0);
    String text = new String(token, 0, end, StandardCharsets.US_ASCII);
    return TokenText.parse(text).orElseThrow().keyId();
  }
}

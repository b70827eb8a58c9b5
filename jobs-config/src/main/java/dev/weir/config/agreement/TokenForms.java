package dev.weir.config.agreement;

import dev.weir.config.agreement.Treatment.Tokenize;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Switch;
import dev.weir.config.bind.Times;
import dev.weir.config.bind.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code tokenize}: each scheme with settings of its own. */
final class TokenForms {

  private static final TokenScope SCOPE = TokenScope.AGREEMENT;

  /** As cohorts write it. */
  static final Tokenize BARE = new Tokenize(null, SCOPE, null, null, false, null, null, 0, 0, null);

  /** Settings of a scheme, as they are written beside it. */
  private interface Settings {
    Tokenize treatment();
  }

  private record Deterministic(
      boolean erasable, @Nullable Integer pad, TokenScope scope, @Nullable String domain)
      implements Settings {
    @Override
    public Tokenize treatment() {
      return new Tokenize(
          TokenScheme.DETERMINISTIC, scope, domain, pad, erasable, null, null, 0, 0, null);
    }
  }

  private record OneWay(TokenScope scope, @Nullable String domain) implements Settings {
    @Override
    public Tokenize treatment() {
      return new Tokenize(TokenScheme.ONE_WAY, scope, domain, null, false, null, null, 0, 0, null);
    }
  }

  private record Random(@Nullable String remember) implements Settings {
    @Override
    public Tokenize treatment() {
      return new Tokenize(TokenScheme.RANDOM, SCOPE, null, null, false, remember, null, 0, 0, null);
    }
  }

  private record FormatPreserving(
      @Nullable String alphabet, int keepFirst, int keepLast, @Nullable String check)
      implements Settings {
    @Override
    public Tokenize treatment() {
      return new Tokenize(
          TokenScheme.FORMAT_PRESERVING,
          SCOPE,
          null,
          null,
          false,
          null,
          alphabet,
          keepFirst,
          keepLast,
          check);
    }
  }

  static final Form<Tokenize> FORM =
      new Switch<Settings>("tokenize", schemes()).as(Settings::treatment);

  private TokenForms() {}

  private static Map<String, Block<? extends Settings>> schemes() {
    Map<String, Block<? extends Settings>> schemes = new LinkedHashMap<>();
    schemes.put(
        TokenScheme.DETERMINISTIC.word(),
        Block.of(Deterministic.class)
            .orElse("erasable", false)
            .with("pad", Numbers.integer(1, 1 << 16))
            .orElse("scope", SCOPE));
    schemes.put(TokenScheme.ONE_WAY.word(), Block.of(OneWay.class).orElse("scope", SCOPE));
    schemes.put(
        TokenScheme.RANDOM.word(),
        Block.of(Random.class).with("remember", Times.AMOUNT.as(Object::toString)));
    schemes.put(
        TokenScheme.FORMAT_PRESERVING.word(),
        Block.of(FormatPreserving.class)
            .with(
                "alphabet",
                Scalars.text("digits, hex, alphanumeric or at least two characters", ".{2,}"))
            .with("keepFirst", Numbers.integer(1, 1000))
            .orElse("keepFirst", 0)
            .with("keepLast", Numbers.integer(1, 1000))
            .orElse("keepLast", 0)
            .with("check", new Words<>(Map.of("luhn", "luhn"))));
    return schemes;
  }
}

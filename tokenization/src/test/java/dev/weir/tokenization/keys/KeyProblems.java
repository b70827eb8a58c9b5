package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.tokenization.KeyException;
import java.util.function.Consumer;

/** Asserts that a refusal is of a kind and names what it must. */
final class KeyProblems {

  private KeyProblems() {}

  static Consumer<Throwable> of(String kind, String... named) {
    return thrown -> {
      assertThat(thrown).isInstanceOf(KeyException.class).hasNoCause();
      assertThat(((KeyException) thrown).kind().name()).isEqualTo(kind);
      assertThat(thrown.getMessage()).contains(named);
    };
  }
}

package dev.weir.operators.stage;

import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyProvider;
import org.jspecify.annotations.Nullable;

/** Which key made a release's format-preserving tokens, which cannot say it themselves. */
final class KeyVersion {

  private KeyVersion() {}

  /** The key's id, as header {@code weir-key-version} has it; null: the release has none such. */
  static @Nullable String of(ReleasePlan release, KeyProvider keys) {
    return release.keys().stream()
        .filter(key -> key.use().equals(KeyUse.FORMAT_PRESERVING.word()))
        .findFirst() // all of a release are its partner's
        .map(key -> keys.partner(key.partner()).version(KeyUse.FORMAT_PRESERVING))
        .map(Integer::toUnsignedString)
        .orElse(null);
  }
}

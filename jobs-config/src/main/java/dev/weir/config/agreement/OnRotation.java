package dev.weir.config.agreement;

import java.time.Instant;

/** What becomes of tokens when the partner's key is rotated. */
public sealed interface OnRotation {

  /** {@code new-tokens}: the same value gets another token from then on. */
  record NewTokens() implements OnRotation {}

  /** {@code {keep-joinable: {until: …}}}: old and new tokens can be joined until then. */
  record KeepJoinable(Instant until) implements OnRotation {}
}

package dev.weir.config.gateway;

/** Where a secret is; never the secret. */
public sealed interface SecretRef {

  /** {@code {env: NAME}}. */
  record Env(String name) implements SecretRef {}

  /** {@code {file: PATH}}. */
  record File(String path) implements SecretRef {}
}

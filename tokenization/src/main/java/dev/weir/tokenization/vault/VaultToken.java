package dev.weir.tokenization.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a Vault token from {@code VAULT_TOKEN}, or from the file that {@code VAULT_TOKEN_FILE}
 * names, as Vault's agent writes it; read anew each time, for the agent renews it.
 *
 * @param namespace {@code VAULT_NAMESPACE}; null: none
 */
record VaultToken(String token, @Nullable String namespace) {

  static VaultToken find(UnaryOperator<@Nullable String> environment) {
    String token = environment.apply("VAULT_TOKEN");
    String file = environment.apply("VAULT_TOKEN_FILE");
    if (token == null && file != null) {
      token = read(Path.of(file));
    }
    if (token == null || !token.matches("[\\x21-\\x7e]+")) {
      throw VaultRefusal.of("no token for Vault; set VAULT_TOKEN or VAULT_TOKEN_FILE");
    }
    return new VaultToken(token, environment.apply("VAULT_NAMESPACE"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw VaultRefusal.of("the file of VAULT_TOKEN_FILE cannot be read");
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "VaultToken[hidden]";
  }
}

package dev.weir.operators.treat.json;

import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.nio.file.Path;

/** New keys of partner acme. */
public final class TestTokenKeys {

  private TestTokenKeys() {}

  /** In a directory that is empty. */
  public static TokenKeys in(Path directory) {
    try (Passphrase passphrase = Passphrase.of("only a test")) {
      KeyDirectory keys =
          KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
      keys.create("acme");
      return new PartnerTokenKeys(keys);
    }
  }
}

package dev.weir.operators.stage;

import dev.weir.tokenization.keys.KeyChanges;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.nio.file.Path;

/** Key directories of tests. */
final class TestKeys {

  private static final String PASSPHRASE = "only a test";

  private TestKeys() {}

  /** A directory with keys of those partners; new ones unless they are there. */
  static KeySource in(Path directory, String... partners) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      KeyDirectory keys =
          KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
      for (String partner : partners) {
        keys.create(partner);
      }
    }
    String path = directory.toString();
    return () -> KeyDirectory.open(Path.of(path), Passphrase.of(PASSPHRASE));
  }

  /** Changes to a directory of {@link #in}. */
  static KeyChanges changes(Path directory) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      return new KeyChanges(KeyDirectory.open(directory, passphrase));
    }
  }

  static KeySource none() {
    return () -> {
      throw new AssertionError("nothing here needs a key");
    };
  }
}

package dev.weir.bench.e2e;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import dev.weir.bench.orders.OrderPolicy;
import dev.weir.operators.stage.KeySource;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.SealingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The keys that all passes share, so that their outputs can be compared. They guard invented data.
 *
 * @param directory where they are
 */
record BenchKeys(String directory) implements KeySource {

  private static final String PASSPHRASE = "guards invented data only";

  /** Makes the keys. */
  static BenchKeys create(Path directory) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      KeyDirectory keys = KeyDirectory.openOrCreate(directory, passphrase);
      keys.create(OrderPolicy.PARTNER);
      SealingKeys.create(keys);
    }
    return new BenchKeys(directory.toString());
  }

  @Override
  public KeyDirectory open() {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      return KeyDirectory.open(Path.of(directory), passphrase);
    }
  }

  /** The partner's key as Tink has it. */
  KeysetHandle keyset() {
    return open()
        .partner(OrderPolicy.PARTNER)
        .keyset(KeyUse.DETERMINISTIC, InsecureSecretKeyAccess.get());
  }

  /** What dead letters are sealed with. */
  byte[] sealingKey() throws IOException {
    return Files.readAllBytes(Path.of(directory, SealingKeys.PUBLIC_FILE));
  }
}

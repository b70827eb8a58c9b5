package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making, listing and opening keys. */
class KeyDirectoryTest {

  private final Path temporary;

  KeyDirectoryTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private KeyDirectory open() {
    try (Passphrase passphrase = Passphrase.of("correct horse")) {
      return KeyDirectory.openOrCreateWithWeakDerivationForTests(
          temporary.resolve("keys"), passphrase);
    }
  }

  @Test
  void create_makesEveryUse_andThenNothingMore() {
    List<KeyEntry> made = open().create("acme");
    assertThat(made)
        .extracting(entry -> entry.facts().use())
        .containsExactly(KeyUse.DETERMINISTIC, KeyUse.ONE_WAY, KeyUse.SHIFT);
    assertThat(open().create("acme")).isEmpty();
    assertThat(open().list()).isEqualTo(made);
    PartnerKeys keys = open().partner("acme");
    assertThat(keys.uses()).containsExactlyInAnyOrder(KeyUse.values());
    for (KeyEntry entry : made) {
      assertThat(keys.fingerprint(entry.facts().use())).isEqualTo(entry.facts().fingerprint());
    }
  }
}

package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDerivationTest {

  /** A known answer of Argon2's reference implementation (its test.c, version 0x13, Argon2id). */
  @Test
  void argon2id_equalsTheReferenceImplementation() {
    byte[] key =
        new KeyDerivation(2, 1 << 16, 1)
            .derive(Passphrase.of("password"), "somesalt".getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().formatHex(key))
        .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }

  @Test
  void newDirectories_useTheSecondRecommendedOptionOfRfc9106(@TempDir Path directory)
      throws Exception {
    try (Passphrase passphrase = Passphrase.of("p")) {
      KeyDirectory.openOrCreate(directory, passphrase);
    }
    assertThat(Files.readString(directory.resolve("keyring.json")))
        .contains("\"kdf\":\"argon2id\",\"iterations\":3,\"memoryKiB\":65536,\"parallelism\":4,");
  }

  @Test
  void twoDirectories_underOnePassphrase_haveOtherSaltsAndKeys(@TempDir Path directory)
      throws Exception {
    TestDirectory.create(directory.resolve("one"));
    TestDirectory.create(directory.resolve("two"));
    assertThat(Files.readString(directory.resolve("one/keyring.json")))
        .isNotEqualTo(Files.readString(directory.resolve("two/keyring.json")));
  }

  @Test
  void openedKeyring_isDerivedOnce_whileSomethingHoldsIt() throws GeneralSecurityException {
    byte[] keyring = "a keyring file".getBytes(StandardCharsets.US_ASCII);
    Aead key = new AesGcmJce(new byte[32]);
    AtomicInteger derived = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      try (Passphrase passphrase = Passphrase.of("one")) {
        assertThat(OpenedKeyrings.get(keyring, lock(passphrase), () -> count(derived, key)))
            .isSameAs(key);
      }
    }
    assertThat(derived).hasValue(1);
    OpenedKeyrings.get(keyring, lock(Passphrase.of("another")), () -> count(derived, key));
    assertThat(derived).hasValue(2);
    OpenedKeyrings.get(new byte[1], lock(Passphrase.of("one")), () -> count(derived, key));
    assertThat(derived).hasValue(3);
  }

  private static Aead count(AtomicInteger derived, Aead key) {
    derived.incrementAndGet();
    return key;
  }

  private static KeyringLock lock(Passphrase passphrase) {
    return new PassphraseLock(passphrase, KeyDerivation.WEAK_FOR_TESTS);
  }
}

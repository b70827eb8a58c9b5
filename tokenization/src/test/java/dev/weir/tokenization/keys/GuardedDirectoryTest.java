package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.seal.PayloadOpener;
import dev.weir.tokenization.seal.PayloadSealer;
import dev.weir.tokenization.vault.FakeVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories whose key a key management service encrypts. */
class GuardedDirectoryTest {

  private final Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FakeVault vault;

  @SuppressWarnings("NullAway.Init") // before each
  private KeyServiceUri guarded;

  GuardedDirectoryTest(@TempDir Path directory) {
    this.directory = directory.resolve("keys");
  }

  @BeforeEach
  void start() throws IOException {
    vault = new FakeVault();
    guarded = new KeyServiceUri(vault.key(), directory.toString());
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void keysOfADirectory_openWithTheServiceAlone() {
    List<KeyEntry> made = KeyDirectory.openOrCreate(guarded).create("acme");
    assertThat(made).hasSize(KeyUse.values().length);
    assertThat(KeyDirectory.open(guarded).list()).isEqualTo(made);
    assertThat(KeyDirectory.open(guarded).partner("acme").facts(KeyUse.DETERMINISTIC)).hasSize(1);
  }

  /** Moved to where dead letters are worked, with its keyring: nobody is asked for a passphrase. */
  @Test
  void pairForDeadLetters_opensByWhatItsKeyringSays() throws IOException {
    byte[] publicKey = Files.readAllBytes(SealingKeys.create(KeyDirectory.openOrCreate(guarded)));
    byte[] sealed = PayloadSealer.fromPublicKeyJson(publicKey).seal(new byte[] {1}, new byte[] {2});
    PayloadOpener opener =
        SealingKeys.opener(
            directory.resolve("dead-letters.json"),
            () -> {
              throw new AssertionError("no passphrase is needed");
            },
            SourceValueAccess.forTheOwner());
    assertThat(opener.open(sealed, new byte[] {2})).contains(new byte[] {1});
  }

  @Test
  void keyringNamesTheService_andHoldsNoKey() throws IOException {
    KeyDirectory.openOrCreate(guarded).create("acme");
    assertThat(Files.readString(directory.resolve("keyring.json")))
        .startsWith("{\"version\":1,\"service\":\"" + vault.key() + "\",\"directoryKey\":\"");
  }

  @Test
  void serviceThatSaysNo_opensNothing() {
    KeyDirectory.openOrCreate(guarded).create("acme");
    vault.answers(403);
    System.gc(); // what is open already stays open
    KeyServiceUri other = new KeyServiceUri(vault.key(), directory.resolve("../others").toString());
    assertThatThrownBy(() -> KeyDirectory.openOrCreate(other))
        .satisfies(KeyProblems.of("SERVICE", "Vault answers 403"));
    assertThat(Files.exists(Path.of(other.directory()).resolve("keyring.json"))).isFalse();
  }

  /** Who can write there could have put his own key and keys in their place. */
  @Test
  void keyringOfAnotherService_isRefused_whateverItNames() throws IOException {
    KeyDirectory.openOrCreate(guarded).create("acme");
    try (FakeVault foreign = new FakeVault()) {
      KeyServiceUri named = new KeyServiceUri(foreign.key(), directory.toString());
      assertThatThrownBy(() -> KeyDirectory.open(named))
          .satisfies(KeyProblems.of("UNSUPPORTED", "is encrypted by " + vault.key()));
      assertThat(foreign.asked()).isZero();
      Path keyring = directory.resolve("keyring.json");
      Files.writeString(keyring, Files.readString(keyring).replace(vault.key(), foreign.key()));
      assertThatThrownBy(() -> KeyDirectory.open(named))
          .satisfies(KeyProblems.of("SERVICE", "Vault answers 400"));
    }
  }

  @Test
  void passphraseAndService_areNotTakenForOneAnother() {
    KeyDirectory.openOrCreate(guarded).create("acme");
    try (Passphrase passphrase = Passphrase.of(TestDirectory.PASSPHRASE)) {
      assertThatThrownBy(() -> KeyDirectory.open(directory, passphrase))
          .satisfies(KeyProblems.of("UNSUPPORTED", guarded.toString()));
    }
    Path plain = directory.resolveSibling("plain");
    TestDirectory.create(plain).create("acme");
    assertThatThrownBy(() -> KeyDirectory.open(new KeyServiceUri(vault.key(), plain.toString())))
        .satisfies(KeyProblems.of("UNSUPPORTED", "is under a passphrase"));
  }

  /** On a machine without them, as that of a test is. */
  @Test
  void serviceWithoutCredentials_isToldByItsAddress() {
    String key = "gcp-kms://projects/p/locations/l/keyRings/r/cryptoKeys/k";
    KeyServiceUri gone = new KeyServiceUri(key, directory.toString());
    assertThatThrownBy(() -> KeyDirectory.openOrCreate(gone))
        .satisfies(KeyProblems.of("SERVICE", "the key " + key + " cannot be used ("));
  }
}

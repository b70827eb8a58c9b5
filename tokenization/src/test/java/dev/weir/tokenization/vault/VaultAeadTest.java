package dev.weir.tokenization.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against what Vault's API is documented to answer; not against Vault. */
class VaultAeadTest {

  private static final byte[] SECRET =
      "a secret that nobody may repeat".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BINDING = {1, 2, 3};
  private static final Map<String, String> TOKEN = Map.of("VAULT_TOKEN", FakeVault.TOKEN);

  @SuppressWarnings("NullAway.Init") // before each
  private FakeVault vault;

  @BeforeEach
  void start() throws IOException {
    vault = new FakeVault();
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  private Aead aead(Map<String, String> environment) {
    return new VaultKmsClient(environment::get).withDefaultCredentials().getAead(vault.key());
  }

  @Test
  void whatIsEncrypted_isDecrypted_alsoUnderAFormerVersionOfTheKey() throws Exception {
    Aead aead = aead(TOKEN);
    byte[] sealed = aead.encrypt(SECRET, BINDING);
    assertThat(new String(sealed, StandardCharsets.UTF_8))
        .startsWith("vault:v1:")
        .doesNotContain("secret");
    vault.rotate();
    assertThat(aead.decrypt(sealed, BINDING)).isEqualTo(SECRET);
    assertThat(new String(aead.encrypt(SECRET, BINDING), StandardCharsets.UTF_8))
        .startsWith("vault:v2:");
  }

  @Test
  void anotherBinding_opensNothing_andNoMessageRepeatsAValue() throws Exception {
    Aead aead = aead(TOKEN);
    byte[] sealed = aead.encrypt(SECRET, BINDING);
    assertRefused(() -> aead.decrypt(sealed, new byte[] {9}), "Vault answers 400");
  }

  @Test
  void tokenInAFile_isReadAnew_eachTime(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(directory.resolve("token"), "no longer valid\n".replace(' ', '-'));
    Aead aead = aead(Map.of("VAULT_TOKEN_FILE", file.toString()));
    assertRefused(() -> aead.encrypt(SECRET, BINDING), "Vault answers 403");
    Files.writeString(file, FakeVault.TOKEN + "\n");
    assertThat(aead.decrypt(aead.encrypt(SECRET, BINDING), BINDING)).isEqualTo(SECRET);
  }

  @Test
  void whoDoesNotAnswer_orSaysNo_isToldByItsAddress() {
    assertRefused(
        () -> aead(Map.of()).encrypt(SECRET, BINDING), "set VAULT_TOKEN or VAULT_TOKEN_FILE");
    assertRefused(
        () -> aead(Map.of("VAULT_TOKEN", "another")).encrypt(SECRET, BINDING), "the token may not");
    vault.answers(503);
    assertRefused(() -> aead(TOKEN).encrypt(SECRET, BINDING), "it is sealed");
    vault.answers(307);
    assertRefused(() -> aead(TOKEN).encrypt(SECRET, BINDING), "Vault answers 307");
    vault.close();
    assertRefused(
        () -> aead(TOKEN).encrypt(SECRET, BINDING), vault.key() + ": Vault cannot be reached");
  }

  @Test
  void answerThatDoesNotEnd_isNotWaitedForForEver() {
    vault.stall();
    assertTimeoutPreemptively(
        Duration.ofSeconds(40),
        () -> assertRefused(() -> aead(TOKEN).encrypt(SECRET, BINDING), "TimeoutException"));
  }

  @Test
  void addressThatIsNone_isRefused_andOnlyLoopbackGoesWithoutTls() {
    for (String uri :
        new String[] {
          "vault://h", "vault://h/keys/", "vault://h/m/keys/a b", "vault://u@h/m/keys/k"
        }) {
      assertThatThrownBy(() -> VaultKey.parse(uri)).isInstanceOf(KeyException.class);
    }
    assertThat(VaultKey.parse("vault://vault.example.com:8200/a/b/keys/k").operation("encrypt"))
        .hasToString("https://vault.example.com:8200/v1/a/b/encrypt/k");
    assertThat(VaultKey.parse("vault://127.0.0.1:8200/transit/keys/k").operation("decrypt"))
        .hasToString("http://127.0.0.1:8200/v1/transit/decrypt/k");
    assertThat(
            VaultKey.parse("vault://localhost.example.com/t/keys/k")
                .operation("decrypt")
                .getScheme())
        .isEqualTo("https");
  }

  private static void assertRefused(ThrowingCallable work, String said) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            KeyException.class,
            refused -> assertThat(refused.kind()).isEqualTo(KeyException.Kind.SERVICE))
        .hasMessageContaining(said)
        .hasMessageNotContainingAny("secret", FakeVault.TOKEN, "permission denied")
        .hasNoCause();
  }
}

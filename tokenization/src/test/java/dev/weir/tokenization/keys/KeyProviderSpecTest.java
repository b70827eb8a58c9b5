package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.KeyUse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job carries: enough to open keys elsewhere, and nothing that is one. */
class KeyProviderSpecTest {

  @Test
  void spec_opensOnTheOtherSide_andCarriesNoSecret(@TempDir Path directory) throws Exception {
    Path secret = directory.resolve("passphrase");
    Files.writeString(secret, TestDirectory.PASSPHRASE + "\n");
    TestDirectory.create(directory.resolve("keys")).create("acme");
    KeyProviderSpec spec =
        KeyProviderSpec.directory(
            directory.resolve("keys"), new PassphraseReference.File(secret.toString()));
    byte[] carried = serialize(spec);
    assertThat(new String(carried, StandardCharsets.ISO_8859_1))
        .doesNotContain(TestDirectory.PASSPHRASE);
    KeyProviderSpec arrived = (KeyProviderSpec) deserialize(carried);
    assertThat(arrived).isEqualTo(spec);
    assertThat(arrived.open().list()).isEqualTo(spec.open().list()).hasSize(KeyUse.values().length);
  }

  @Test
  void relativeDirectory_isTakenFromTheGatewaysFile(@TempDir Path base) {
    KeyProviderSpec spec = new KeyProviderSpec("file:keys", PassphraseReference.standard());
    assertThat(spec.resolvedAgainst(base).path()).isEqualTo(base.resolve("keys").toAbsolutePath());
    KeyProviderSpec absolute = new KeyProviderSpec("file:///k", PassphraseReference.standard());
    assertThat(absolute.resolvedAgainst(base).path()).isEqualTo(Path.of("/k").toAbsolutePath());
  }

  @Test
  void unknownProvider_isRefused_byItsScheme() {
    for (String provider : new String[] {"azure://secret-part", "keys"}) {
      KeyProviderSpec spec = new KeyProviderSpec(provider, PassphraseReference.standard());
      assertThatThrownBy(spec::path)
          .satisfies(KeyProblems.of("UNSUPPORTED", "file:<directory>"))
          .hasMessageNotContaining("secret-part");
    }
  }

  /** As a directory it would be made. */
  @Test
  void misspeltService_isNoDirectory() {
    for (String keys :
        new String[] {"aws-kmss://arn", "vault:/host/transit/keys/k", "VAULT://h/m/keys/k"}) {
      assertThatThrownBy(() -> KeyProviderSpec.of(keys, PassphraseReference.standard()))
          .as(keys)
          .satisfies(KeyProblems.of("UNSUPPORTED", "aws-kms://, gcp-kms:// or vault://"));
    }
    assertThat(KeyProviderSpec.of("a:b", PassphraseReference.standard()).path().toString())
        .endsWith("a:b");
  }

  @Test
  void directoryOfAService_isTakenFromTheGatewaysFile_andIsKeysUnlessSaid(@TempDir Path base) {
    String key = "vault://127.0.0.1:8200/transit/keys/weir";
    PassphraseReference none = PassphraseReference.standard();
    assertThat(new KeyProviderSpec(key, none).resolvedAgainst(base).text())
        .isEqualTo(key + "?directory=" + base.resolve("keys"));
    assertThat(new KeyProviderSpec(key + "?directory=a/b", none).resolvedAgainst(base).path())
        .isEqualTo(base.resolve("a/b"));
    assertThat(KeyProviderSpec.of("aws-kms://arn:aws:kms:x?directory=/k", none).path())
        .isEqualTo(Path.of("/k"));
    assertThatThrownBy(() -> KeyServiceUri.parse("vault://h?dir=k"))
        .satisfies(KeyProblems.of("UNSUPPORTED", "?directory=DIR"));
  }

  private static byte[] serialize(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object deserialize(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}

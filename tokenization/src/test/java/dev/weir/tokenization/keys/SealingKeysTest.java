package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.seal.PayloadSealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeysTest {

  private static final SourceValueAccess OWNER = SourceValueAccess.forTheOwner();
  private static final byte[] CONTEXT = "c".getBytes(StandardCharsets.UTF_8);

  private final KeyDirectory keys;
  private final Path directory;

  SealingKeysTest(@TempDir Path temporary) {
    directory = temporary.resolve("keys");
    keys = TestDirectory.create(directory);
  }

  @Test
  void created_seals_withThePublicFileAlone_andOpensWithTheDirectory() throws IOException {
    Path file = SealingKeys.create(keys);
    assertThat(file).hasFileName("dead-letters.pub.json");
    PayloadSealer sealer = PayloadSealer.fromPublicKeyJson(Files.readAllBytes(file));
    byte[] sealed = sealer.seal(new byte[] {1, 2, 3}, CONTEXT);
    assertThat(SealingKeys.opener(TestDirectory.open(directory), OWNER).open(sealed, CONTEXT))
        .hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void createdAgain_itIsTheSamePair_andALostPublicFileComesBack() throws IOException {
    Path file = SealingKeys.create(keys);
    byte[] first = Files.readAllBytes(file);
    Files.delete(file);
    assertThat(Files.readAllBytes(SealingKeys.create(keys))).isEqualTo(first);
  }

  @Test
  void privateFile_isGuardedLikeEveryKey() {
    SealingKeys.create(keys);
    assertThat(TestDirectory.mode(directory.resolve("dead-letters.json"))).isEqualTo("rw-------");
  }

  /** It stands beside the key, wherever that was moved. */
  @Test
  void withoutItsKeyring_itIsToBeRestored_andNotMade() throws IOException {
    SealingKeys.create(keys);
    Path moved =
        Files.move(directory.resolve("dead-letters.json"), directory.resolve("moved.json"));
    Files.delete(directory.resolve("keyring.json"));
    assertThatThrownBy(() -> SealingKeys.opener(moved, SealingKeysTest::unasked, OWNER))
        .satisfies(KeyProblems.of("DAMAGED", directory + "/keyring.json", "moved.json", "backup"));
  }

  private static Passphrase unasked() {
    throw new AssertionError("there is nothing that a passphrase opens");
  }

  @Test
  void privateFile_isKnown_byWhatItSays() throws IOException {
    Path publicFile = SealingKeys.create(keys);
    keys.create("acme");
    assertThat(SealingKeys.isPrivate(directory.resolve("dead-letters.json"))).isTrue();
    assertThat(SealingKeys.isPrivate(publicFile)).isFalse();
    assertThat(SealingKeys.isPrivate(directory.resolve("partners/acme/shift.json"))).isFalse();
    assertThat(SealingKeys.isPrivate(ControlKeys.create(keys).resolveSibling("control.json")))
        .isFalse();
  }

  @Test
  void withoutIt_nothingOpens() {
    assertThatThrownBy(() -> SealingKeys.opener(keys, OWNER))
        .satisfies(KeyProblems.of("MISSING", "dead-letters.json"));
  }
}

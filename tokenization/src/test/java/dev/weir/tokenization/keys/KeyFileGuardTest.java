package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What guards key files: permissions, and that no change to one goes unnoticed. */
class KeyFileGuardTest {

  private final Path directory;

  KeyFileGuardTest(@TempDir Path temporary) {
    directory = temporary.resolve("keys");
    TestDirectory.create(directory).create("acme");
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private void openAll() {
    TestDirectory.open(directory).partner("acme");
  }

  @Test
  void files_areTheOwnersAlone() {
    for (Path path : TestDirectory.files(directory)) {
      assertThat(TestDirectory.mode(path))
          .as(path.toString())
          .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }
  }

  /** Others could take files away, or put older ones back. */
  @Test
  void folderThatAllMayWrite_isRefused_withTheMend() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(this::openAll).satisfies(KeyProblems.of("UNSAFE", "chmod 700 " + directory));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxr-x"));
    openAll();
  }

  @Test
  void filesOpenToOthers_areRefused_withTheMend() throws IOException {
    for (String name : List.of("keyring.json", "partners/acme/one-way.json")) {
      for (String mode :
          List.of("rw-r--r--", "rw------x", "rw---x---", "rw----r--", "rw--w----", "rw-----w-")) {
        Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString(mode));
        assertThatThrownBy(this::openAll)
            .satisfies(KeyProblems.of("UNSAFE", "chmod 600 " + file(name)));
      }
      for (String mode : List.of("r--------", "r--r-----", "rw-------")) {
        Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString(mode));
        openAll();
      }
    }
  }

  /** Every byte of every file, one bit of it: refused, or it would be a key that nobody made. */
  @Test
  void anyFlippedBit_isRefused_andNamesTheFile() throws IOException {
    for (String name : List.of("keyring.json", "partners/acme/deterministic.json")) {
      byte[] good = Files.readAllBytes(file(name));
      for (int at = 0; at < good.length; at++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << at % 8);
        assertRefused(name, bad);
      }
      Files.write(file(name), good);
      openAll();
    }
  }

  @Test
  void anyCutOrLongerFile_isRefused() throws IOException {
    for (String name : List.of("keyring.json", "partners/acme/shift.json")) {
      byte[] good = Files.readAllBytes(file(name));
      for (int length = 0; length < good.length; length++) {
        assertRefused(name, Arrays.copyOf(good, length));
      }
      assertRefused(
          name, (new String(good, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
      assertRefused(name, new byte[(1 << 20) + 1]);
      Files.write(file(name), good);
    }
  }

  private void assertRefused(String name, byte[] content) throws IOException {
    Files.write(file(name), content);
    assertThatThrownBy(this::openAll)
        .isInstanceOfSatisfying(
            KeyException.class,
            refused ->
                assertThat(refused.kind())
                    .isIn(
                        KeyException.Kind.DAMAGED,
                        KeyException.Kind.WRONG_PASSPHRASE,
                        KeyException.Kind.UNSUPPORTED))
        .hasMessageContaining(file(name).toString());
  }

  @Test
  void aNewerVersion_isRefusedAsSuch() throws IOException {
    Path file = file("partners/acme/shift.json");
    String text = Files.readString(file).replace("\"version\":1", "\"version\":2");
    Files.writeString(file, text);
    assertThatThrownBy(this::openAll)
        .satisfies(KeyProblems.of("UNSUPPORTED", "shift.json", "version 2"));
  }

  @Test
  void absurdParameters_areRefused_beforeTheyCostAnything() throws IOException {
    Path file = file("keyring.json");
    String text = Files.readString(file);
    for (String absurd :
        List.of("\"memoryKiB\":2147483647", "\"memoryKiB\":7", "\"memoryKiB\":-64")) {
      Files.writeString(file, text.replaceFirst("\"memoryKiB\":\\d+", absurd));
      assertThatThrownBy(this::openAll)
          .satisfies(KeyProblems.of("DAMAGED", "keyring.json", "Argon2id"));
    }
    Files.writeString(file, text.replaceFirst("\"iterations\":\\d+", "\"iterations\":1000000"));
    assertThatThrownBy(this::openAll).satisfies(KeyProblems.of("DAMAGED", "Argon2id"));
  }

  @Test
  void aKeyInThePlaceOfAnother_isRefused() throws IOException {
    TestDirectory.open(directory).create("umbra");
    Files.copy(
        file("partners/umbra/one-way.json"),
        file("partners/acme/one-way.json"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(this::openAll)
        .satisfies(KeyProblems.of("DAMAGED", "one-way.json", "partner:acme", "one-way"));
  }

  /** Said to be acme's by its text, it is still umbra's by what it was encrypted with. */
  @Test
  void aRelabelledKey_isRefused() throws IOException {
    TestDirectory.open(directory).create("umbra");
    String umbras = Files.readString(file("partners/umbra/shift.json"));
    Files.writeString(file("partners/acme/shift.json"), umbras.replace("umbra", "acme"));
    assertThatThrownBy(this::openAll).satisfies(KeyProblems.of("DAMAGED", "shift.json"));
    String shift = Files.readString(file("partners/umbra/shift.json"));
    Files.writeString(file("partners/umbra/one-way.json"), shift.replace("shift", "one-way"));
    assertThatThrownBy(() -> TestDirectory.open(directory).partner("umbra"))
        .satisfies(KeyProblems.of("DAMAGED", "one-way.json"));
  }

  @Test
  void aKeyOfAnotherDirectory_isRefused(@TempDir Path other) throws IOException {
    TestDirectory.create(other.resolve("keys")).create("acme");
    Files.copy(
        other.resolve("keys/partners/acme/shift.json"),
        file("partners/acme/shift.json"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(this::openAll)
        .satisfies(KeyProblems.of("DAMAGED", "shift.json", "another key directory"));
  }

  @Test
  void whatAnInterruptedWriteLeaves_isNoKey() throws IOException {
    Files.writeString(file("partners/acme/.new-123.tmp"), "half a ke");
    openAll();
    assertThat(TestDirectory.open(directory).list()).hasSize(KeyUse.values().length);
    assertThat(TestDirectory.open(directory).create("acme")).isEmpty();
  }
}

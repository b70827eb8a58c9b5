package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.KeyUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCopiesTest {

  private final Path directory;
  private final KeyDirectory keys;

  KeyCopiesTest(@TempDir Path directory) {
    this.directory = directory;
    this.keys = TestDirectory.create(directory.resolve("keys"));
  }

  @BeforeEach
  void makeKeys() {
    keys.create("acme");
  }

  private KeyCopies copies() {
    int id = keys.partner("acme").facts(KeyUse.ONE_WAY).get(0).keyId();
    return new KeyCopies(keys, new KeyName("acme", KeyUse.ONE_WAY, id));
  }

  @Test
  void copyBehindALink_isFound() throws IOException {
    Path backups = Files.createDirectories(directory.resolve("backups"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("keys"));
    Files.createSymbolicLink(backups.resolve("monday"), directory.resolve("keys"));
    assertThat(copies().under(link)).singleElement().matches(KeyCopies.Copy::opened);
    assertThat(copies().under(backups)).singleElement().matches(KeyCopies.Copy::opened);
  }

  @Test
  void copyUnderAnotherName_isFound_andOfOthersNone() throws IOException {
    keys.create("globex");
    Path backups = Files.createDirectories(directory.resolve("backups"));
    Path acme = directory.resolve("keys").resolve("partners").resolve("acme");
    Files.copy(acme.resolve("one-way.json"), backups.resolve("one-way.json.bak"));
    Files.copy(acme.resolve("shift.json"), backups.resolve("shift.json"));
    Files.writeString(backups.resolve("note.txt"), "{not json");
    assertThat(copies().under(backups))
        .singleElement()
        .satisfies(copy -> assertThat(copy.file().toString()).endsWith("one-way.json.bak"));
  }

  @Test
  void linksInACircle_areNotCalledLookedThrough() throws IOException {
    Files.createSymbolicLink(directory.resolve("keys").resolve("again"), directory.resolve("keys"));
    assertThatThrownBy(() -> copies().under(directory.resolve("keys")))
        .satisfies(KeyProblems.of("UNREADABLE", "cannot be looked through"));
  }
}

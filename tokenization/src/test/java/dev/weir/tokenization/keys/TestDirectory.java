package dev.weir.tokenization.keys;

import dev.weir.tokenization.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Key directories for tests. */
final class TestDirectory {

  static final String PASSPHRASE = "correct horse battery staple";

  private TestDirectory() {}

  static KeyDirectory create(Path directory) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      return KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
    }
  }

  static KeyDirectory open(Path directory, String text) {
    try (Passphrase passphrase = Passphrase.of(text)) {
      return KeyDirectory.open(directory, passphrase);
    }
  }

  static KeyDirectory open(Path directory) {
    return open(directory, PASSPHRASE);
  }

  /** The directory that another program made after the written format. */
  static void copyGolden(Path directory) {
    for (String name :
        List.of(
            "keyring.json",
            "partners/acme/deterministic.json",
            "partners/acme/one-way.json",
            "partners/acme/format-preserving.json",
            "partners/acme/shift.json",
            "partners/acme/random.json")) {
      PrivateFile.createDirectories(directory.resolve(name).resolve(".."));
      PrivateFile.write(directory.resolve(name), Golden.bytes("directory/" + name));
    }
  }

  static List<Path> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for copies of a key in other places: files of key directories, found by what they say that
 * they are, or if they are damaged by their names. What is packed, or encrypted by something else,
 * is not looked into.
 */
public final class KeyCopies {

  private static final String OWNER = "partner:";

  private final KeyDirectory directory;
  private final KeyName key;

  /**
   * Looks for a key of that directory: copies of its files open with its own keyring.
   *
   * @param key that may be there no more
   */
  public KeyCopies(KeyDirectory directory, KeyName key) {
    this.directory = directory;
    this.key = key;
  }

  /**
   * What a copy is, or may be.
   *
   * @param opened whether it was looked into, and holds the key; else it may: it is the key's file,
   *     damaged, or of another keyring
   */
  public record Copy(Path file, boolean opened) {}

  /**
   * All copies below a path, by path; links are followed, for a backup often is behind one.
   *
   * @throws KeyException if a directory cannot be listed
   */
  public List<Copy> under(Path root) {
    String name = key.use().word() + ".json";
    List<Copy> copies = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.endsWith(name) && isOfThePartner(file) || saysSo(file))
          .sorted()
          .forEach(file -> look(file, copies));
    } catch (IOException | UncheckedIOException e) {
      throw new KeyException(
          KeyException.Kind.UNREADABLE,
          root + " cannot be looked through; check the path and its permissions");
    }
    return copies;
  }

  /** Wherever it lies, and whatever it is called. */
  private boolean saysSo(Path file) {
    return KeyFile.isOf(file, OWNER + key.partner(), key.use().word());
  }

  private boolean isOfThePartner(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
        && PartnerFolder.partner(folder).filter(key.partner()::equals).isPresent();
  }

  private void look(Path file, List<Copy> copies) {
    try {
      if (holds(directory.load(file, OWNER + key.partner(), key.use().word()).handle(file))) {
        copies.add(new Copy(file, true));
      }
    } catch (KeyException closed) {
      copies.add(new Copy(file, false));
    }
  }

  private boolean holds(KeysetHandle keyset) {
    return IntStream.range(0, keyset.size())
        .anyMatch(at -> keyset.getAt(at).getId() == key.keyId());
  }
}

package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that only their owner reads. Written whole or not at all, and on the disk before the name
 * is theirs. Where a file system has no such permissions, its own rules must do.
 */
final class PrivateFile {

  static final long LARGEST = 1 << 20;

  /**
   * What nobody but the owner may have. The group may read: a volume that an orchestrator mounts
   * for a process of that group has no other way, and the content is encrypted.
   */
  private static final Set<PosixFilePermission> REFUSED =
      PosixFilePermissions.fromString("----wxrwx");

  private PrivateFile() {}

  /**
   * @throws KeyException if it is not there, too large, open to others, or cannot be read
   */
  static byte[] read(Path file) {
    try {
      requirePrivate(file);
      if (Files.size(file) > LARGEST) {
        throw new KeyException(KeyException.Kind.DAMAGED, file + " is too large for a key file");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new KeyException(KeyException.Kind.MISSING, file + " is missing");
    } catch (IOException e) {
      throw unreadable(file, "cannot be read; check its owner and permissions");
    }
  }

  /**
   * That a folder is not everybody's to write: they could take files away, or put older ones back.
   *
   * @throws KeyException if it is
   */
  static void requireClosed(Path folder) {
    try {
      if (permissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
        throw unsafe(
            folder, " can be written by all on this machine; make it yours with: ", "chmod 700 ");
      }
    } catch (IOException e) {
      throw unreadable(folder, "cannot be looked at; check its owner and permissions");
    }
  }

  private static void requirePrivate(Path file) throws IOException {
    if (permissions(file).stream().anyMatch(REFUSED::contains)) {
      throw unsafe(
          file, " is open to others on this machine; make it yours alone with: ", "chmod 600 ");
    }
  }

  /** None where the file system has no such permissions. */
  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null ? Set.of() : view.readAttributes().permissions();
  }

  /** Writes a file of mode 0600, in the place of one that may be there. */
  static void write(Path file, byte[] content) {
    write(file, content, "rw-------");
  }

  /** Writes a file of that mode. */
  static void write(Path file, byte[] content, String mode) {
    Path temporary = null;
    try {
      temporary = temporary(file, mode);
      writeThrough(temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      force(directoryOf(file));
    } catch (IOException e) {
      deleteQuietly(temporary);
      throw unreadable(file, "cannot be written; check the directory's owner and free space");
    }
  }

  /** Removes a file's name from its directory. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      force(directoryOf(file));
    } catch (IOException e) {
      throw unreadable(file, "cannot be removed; check the directory's owner");
    }
  }

  private static Path temporary(Path file, String mode) throws IOException {
    Path directory = directoryOf(file);
    return Files.createTempFile(directory, ".new-", null, permissions(directory, mode));
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** A directory's new name is on the disk only then; not every system can do it. */
  private static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /** Opens an empty file that stands for a lock, and makes it if it is not there. */
  static FileChannel openForLock(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        permissions(directoryOf(file), "rw-------"));
  }

  /** Makes a directory of mode 0700, and those above it; one that is there stays as it is. */
  static void createDirectories(Path directory) {
    try {
      Path existing = directory.toAbsolutePath();
      while (existing.getParent() != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      Files.createDirectories(directory, permissions(existing, "rwx------"));
    } catch (IOException e) {
      throw unreadable(directory, "cannot be made; check the path and the directory's owner");
    }
  }

  private static FileAttribute<?>[] permissions(Path near, String mode) {
    if (Files.getFileAttributeView(near, PosixFileAttributeView.class) == null) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
    };
  }

  private static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw unreadable(file, "is not a file");
    }
    return parent;
  }

  private static void deleteQuietly(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return;
    }
  }

  private static KeyException unsafe(Path path, String why, String close) {
    String command = close + path;
    return new KeyException(KeyException.Kind.UNSAFE, path + why + command, command);
  }

  private static KeyException unreadable(Path file, String why) {
    return new KeyException(KeyException.Kind.UNREADABLE, file + " " + why);
  }
}

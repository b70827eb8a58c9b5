package dev.weir.metering.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are only added, a file for each time: {@code 000001.jsonl}. A file begins with a head
 * that has the digest of its lines, and that of the head before; so a line, a file or an order that
 * was changed later is found. A file takes its name when all of it is on the disk.
 */
final class Batches {

  private static final String NAME = "%06d.jsonl";

  private final Path directory;
  private final String book;
  private final List<String> lines = new ArrayList<>();
  private int count;
  private @Nullable String last;

  private Batches(Path directory, String book) {
    this.directory = directory;
    this.book = book;
  }

  /**
   * All that is there, read and checked.
   *
   * @param book what the lines are, a word that stands in each head
   * @throws BooksException if a file is missing, or is not as it was written
   */
  static Batches read(Path directory, String book) throws IOException {
    Batches batches = new Batches(directory, book);
    List<Path> files = files(directory);
    for (Path file : files) {
      if (!file.equals(batches.next())) {
        throw new BooksException(batches.next(), "is missing. Restore it from a backup");
      }
      batches.readFile(file);
    }
    return batches;
  }

  /** Lines that lie elsewhere; nothing is added to them. */
  static Batches of(List<String> lines, @Nullable String last) {
    Batches batches = new Batches(Path.of(""), "");
    batches.lines.addAll(lines);
    batches.last = last;
    return batches;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private Path next() {
    return directory.resolve(String.format(Locale.ROOT, NAME, count + 1));
  }

  private void readFile(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw changed(file);
    }
    int end = text.indexOf('\n');
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 1);
    List<String> more = body.lines().toList();
    if (!head.equals(head(more, body))) {
      throw changed(file);
    }
    added(head, more);
  }

  private static BooksException changed(Path file) {
    return new BooksException(
        file, "is not as the books wrote it, or is of a newer build. Restore it from a backup");
  }

  private void added(String head, List<String> more) {
    count++;
    last = sha256(head);
    lines.addAll(more);
  }

  private String head(List<String> more, String body) {
    try {
      return EntryJson.JSON.writeValueAsString(
          new BatchHead(1, book, count + 1, more.size(), sha256(body), last));
    } catch (JsonProcessingException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /** In the order in which they were added. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The digest of all until now, which the next one will carry; null where there is none. */
  @Nullable String last() {
    return last;
  }

  /** Adds lines, all or none; nothing where there are none. */
  void add(List<String> more) throws IOException {
    if (more.isEmpty()) {
      return;
    }
    String body = String.join("\n", more) + "\n";
    String head = head(more, body);
    WholeFile.create(next(), (head + "\n" + body).getBytes(UTF_8));
    added(head, more);
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.weir.local.command;

import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.SubjectKey;
import dev.weir.tokenization.SubjectKeyLine;
import dev.weir.tokenization.SubjectKeyring;
import dev.weir.tokenization.WrappedSubjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Subjects' keys in a file: {@code subject-keys.jsonl} of a run, or what the topic of them holds,
 * one record a line, oldest first: {@code key TAB value}, or the value alone. The newest record of
 * a subject counts; one without a value ({@code null}) takes its key away.
 */
final class SubjectKeysFile {

  /** As {@code ValueName} writes it. */
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

  private static final String GONE = "null";

  private final Map<String, WrappedSubjectKey> byLocator = new HashMap<>();

  private SubjectKeysFile() {}

  /**
   * Reads it.
   *
   * @throws CommandFailure if a line is none of a subject's key
   */
  static SubjectKeysFile read(Path file) throws IOException {
    Map<String, WrappedSubjectKey> newest = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isEmpty() && !take(line, newest)) {
        throw new CommandFailure(
            Exit.PROBLEM, file + ":" + number + " is no record of a subject's key.");
      }
    }
    SubjectKeysFile keys = new SubjectKeysFile();
    newest.values().forEach(key -> keys.byLocator.put(key.locator(), key));
    return keys;
  }

  private static boolean take(String line, Map<String, WrappedSubjectKey> newest) {
    int tab = line.indexOf('\t');
    String value = line.substring(tab + 1);
    if (tab > 0 && value.equals(GONE)) {
      newest.remove(line.substring(0, tab));
      return NAME.matcher(line.substring(0, tab)).matches();
    }
    return SubjectKeyLine.read(value)
        .map(
            key -> {
              newest.put(key.subject(), key);
              return true;
            })
        .orElse(false);
  }

  /** The key that tokens with that locator depend on; null: it is not in the file. */
  @Nullable SubjectKey key(String locator, SubjectKeyring keyring) {
    WrappedSubjectKey wrapped = byLocator.get(locator);
    return wrapped == null ? null : keyring.unwrap(wrapped, SourceValueAccess.forTheOwner());
  }
}

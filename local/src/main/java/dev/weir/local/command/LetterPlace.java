package dev.weir.local.command;

import dev.weir.jobs.gateway.GatewayLetters;
import dev.weir.jobs.replay.StoredLetter;
import dev.weir.operators.deadletter.DeadLetter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where dead letters are read: one of the two. */
final class LetterPlace {

  @Option(
      names = "--gateway",
      paramLabel = "FILE",
      description = "A gateway's file: its dead-letter topics are read, as far as committed.")
  private @Nullable Path gateway;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The dead-letters.jsonl of weir run.")
  private @Nullable Path file;

  boolean isFile() {
    return file != null;
  }

  /**
   * What was read besides letters.
   *
   * @param unreadable how many records or lines are no dead letters
   * @param releases those that the gateway has now, {@code agreement/release}
   */
  record Read(long unreadable, SortedSet<String> releases) {}

  /** Reads all. */
  Read read(CommandContext context, Consumer<StoredLetter> each) throws IOException {
    if (gateway != null) {
      Path named = gateway;
      return GatewayFailures.told(
          context,
          () -> {
            GatewayLetters letters =
                GatewayLetters.of(named, warning -> context.say(warning.toString()));
            return new Read(letters.read(each), letters.releases());
          });
    }
    return new Read(file == null ? 0 : lines(file, each), new TreeSet<>());
  }

  private static long lines(Path file, Consumer<StoredLetter> each) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          Exit.PROBLEM, file + " is no file. Name the dead-letters.jsonl of a run's output.");
    }
    long unreadable = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line = lines.readLine();
      while (line != null) {
        Optional<DeadLetter> letter = DeadLetter.read(line.getBytes(StandardCharsets.ISO_8859_1));
        letter.ifPresent(found -> each.accept(new StoredLetter(found, -1)));
        unreadable += letter.isPresent() ? 0 : 1;
        line = lines.readLine();
      }
    }
    return unreadable;
  }
}

package dev.weir.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.problem.FailureWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A record of who did what, one line a call. */
final class AuditFile {

  private AuditFile() {}

  /**
   * Adds a line and waits until it is on the disk.
   *
   * @throws CommandFailure if it cannot be written: then nothing is done that it was to record
   */
  static void add(Path file, ObjectNode line) {
    try {
      Files.write(
          file,
          List.of(line.toString()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException no) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          file
              + " takes no line ("
              + FailureWords.of(no)
              + "), and without one nothing is shown. Check its disk and who may write it.");
    }
  }
}

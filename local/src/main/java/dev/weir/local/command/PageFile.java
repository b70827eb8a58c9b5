package dev.weir.local.command;

import dev.weir.config.problem.FailureWords;
import dev.weir.local.page.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A page for its owner alone. */
final class PageFile {

  private PageFile() {}

  /**
   * Finds out whether pictures can be drawn before any work is done for them.
   *
   * @throws CommandFailure if not
   */
  static void requireDrawing() {
    try {
      ReportPage.tryToDraw();
    } catch (RuntimeException | LinkageError | InternalError noFonts) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "This Java draws no text, which --report needs. Install fontconfig and a font, or leave"
              + " --report out.");
    }
  }

  /** Writes it whole, with mode 0600, in the place of what is there. */
  static void write(Path file, byte[] page) {
    Path temporary = null;
    try {
      Path directory = file.toAbsolutePath().getParent();
      temporary =
          Files.createTempFile(directory, ".report-", ".part"); // 0600 where there are modes
      Files.write(temporary, page);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException no) {
      deleteQuietly(temporary);
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          file + " is not written (" + FailureWords.of(no) + "). Name one that you may write.");
    }
  }

  private static void deleteQuietly(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException staysThere) {
      return;
    }
  }
}

package dev.weir.local.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where the log is: {@code $WEIR_LOGS}, else {@code $XDG_STATE_HOME/weir/logs}, else {@code
 * ~/.local/state/weir/logs} (XDG Base Directory Specification 0.8).
 */
final class LogFile {

  static final String NAME = "weir.log";

  /** TRACE is not among them: at that level client libraries print records. */
  private static final Set<String> LEVELS = Set.of("ERROR", "WARN", "INFO", "DEBUG");

  private LogFile() {}

  static Path directory(Map<String, String> environment) {
    String given = environment.getOrDefault("WEIR_LOGS", "");
    if (!given.isEmpty()) {
      return Path.of(given).toAbsolutePath();
    }
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base =
        Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return base.resolve("weir").resolve("logs");
  }

  /**
   * Tells the logging library, which must not have started yet.
   *
   * @throws CommandFailure if {@code WEIR_LOG_LEVEL} is none of the levels
   */
  static void configure(Map<String, String> environment) {
    String level = environment.getOrDefault("WEIR_LOG_LEVEL", "INFO").toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new CommandFailure(
          Exit.USAGE, "WEIR_LOG_LEVEL must be ERROR, WARN, INFO or DEBUG. Set one of them.");
    }
    System.setProperty("weir.log.directory", directory(environment).toString());
    System.setProperty("weir.log.level", level);
  }
}

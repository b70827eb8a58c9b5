package dev.weir.local.command;

import dev.weir.local.terminal.Terminal;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Surroundings for tests. */
final class Contexts {

  private Contexts() {}

  static CommandContext silent() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new CommandContext(
        Terminal.piped(nowhere, nowhere), Map.of(), Clock.systemUTC(), Path.of("target"));
  }
}

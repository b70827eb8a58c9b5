package dev.weir.local.command;

import dev.weir.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param environment the process's variables
 * @param logs directory of the log file
 */
record CommandContext(Terminal terminal, Map<String, String> environment, Clock clock, Path logs) {

  /** One line of the result. */
  void print(String line) {
    terminal.out().println(line);
  }

  void print(Iterable<String> lines) {
    lines.forEach(this::print);
  }

  /** One line beside the result: what is going on, what was done. */
  void say(String line) {
    terminal.err().println(line);
  }

  /** The variables stay out: they hold secrets. */
  @Override
  public String toString() {
    return "CommandContext[" + terminal.width() + " columns]";
  }
}

package dev.weir.local.terminal;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out results, and nothing else
 * @param err progress and problems
 * @param interactive whether a person watches, so that lines may be rewritten
 * @param colour never when {@code NO_COLOR} is set (no-color.org), nor when output is piped
 * @param width in columns
 */
public record Terminal(
    PrintWriter out, PrintWriter err, boolean interactive, boolean colour, int width) {

  private static final int PIPED_WIDTH = 120;
  private static final int LEAST_WIDTH = 40;

  /** Output that nobody watches: no colour, no progress bar, a fixed width. */
  public static Terminal piped(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, false, false, PIPED_WIDTH);
  }

  /**
   * The process's own. The script says by system property whether a person watches, for Java before
   * 22 cannot tell whether output alone is piped.
   */
  public static Terminal ofProcess(Map<String, String> environment) {
    boolean watched = Boolean.getBoolean("weir.terminal");
    String noColor = environment.getOrDefault("NO_COLOR", "");
    boolean dumb = "dumb".equals(environment.get("TERM"));
    return new Terminal(
        utf8(System.out),
        utf8(System.err),
        watched && !dumb,
        watched && !dumb && noColor.isEmpty(),
        watched
            ? Math.max(LEAST_WIDTH, Integer.getInteger("weir.columns", PIPED_WIDTH))
            : PIPED_WIDTH);
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Text that a terminal shows and does not obey: control characters as {@code \u005cu001b}. */
  public static String shown(String text) {
    return Cells.shown(text);
  }

  /** Text made bold, where colour is. */
  public String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /** Text made faint, where colour is. */
  public String faint(String text) {
    return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
  }
}

package dev.weir.local.terminal;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * One line that is rewritten while work goes on. Where nobody watches it writes nothing, so that a
 * log or a pipe holds no half lines.
 */
public final class ProgressBar implements AutoCloseable {

  private static final int BAR = 30;
  private static final String CLEAR = "\r\u001b[2K";

  private final Terminal terminal;
  private final String what;
  private final long total;

  /**
   * @param total how much there is to do; 0 or less: not known
   */
  public ProgressBar(Terminal terminal, String what, long total) {
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  /** Shows how much is done. */
  public void at(long done) {
    if (terminal.interactive()) {
      PrintWriter err = terminal.err();
      err.print(CLEAR + Cells.fit(line(done), terminal.width() - 1).stripTrailing());
      err.flush();
    }
  }

  private String line(long done) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s  %,d", what, done);
    }
    int filled = (int) Math.min(BAR, BAR * done / total);
    String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
    return String.format(Locale.ROOT, "%s  %s  %,d of %,d", what, bar, done, total);
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (terminal.interactive()) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
    }
  }
}

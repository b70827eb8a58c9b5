package dev.weir.local.command;

import dev.weir.local.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What one command did, run in this process with its output piped. */
record Ran(int exit, String out, String err) {

  static Ran weir(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = Terminal.piped(new PrintWriter(out, true), new PrintWriter(err, true));
    int exit = WeirCommand.run(arguments, terminal, environment);
    return new Ran(exit, out.toString(), err.toString());
  }

  static Ran weir(String... arguments) {
    return weir(Map.of(), arguments);
  }

  /** Everything that was shown. */
  String all() {
    return out + err;
  }
}

package dev.weir.promises.gateway;

import dev.weir.local.command.WeirCommand;

/**
 * The command in a process with a hook that is slower than its own: what its threads still do when
 * the command has stopped, they come to do.
 */
final class LingeringStart {

  private static final long LONGER_MS = 15_000;

  private LingeringStart() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(LingeringStart::linger));
    WeirCommand.main(arguments);
  }

  private static void linger() {
    try {
      Thread.sleep(LONGER_MS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.weir.local.broker;

import java.io.IOException;
import java.nio.file.Path;

/** The broker's process: says where it listens, and ends when its input does. */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * Runs the broker.
   *
   * @param args the directory for its logs; the ports are those of the last broker there
   */
  public static void main(String[] args) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.in(Path.of(args[0]))) {
      broker.start();
      System.out.println(broker.bootstrapServers());
      while (System.in.read() >= 0) {
        continue; // until the one who started it is gone
      }
    }
    System.exit(0);
  }
}

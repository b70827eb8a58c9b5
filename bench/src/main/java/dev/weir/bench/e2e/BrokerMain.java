package dev.weir.bench.e2e;

import dev.weir.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;

/** The broker's process: says where it listens, and ends when its input does. */
final class BrokerMain {

  private BrokerMain() {}

  /**
   * @param args the directory for its logs
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

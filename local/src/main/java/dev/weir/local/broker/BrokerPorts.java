package dev.weir.local.broker;

import dev.weir.local.process.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two ports of loopback. */
record BrokerPorts(int broker, int controller) {

  static final String HOST = LoopbackPort.HOST;
  private static final String FILE = "weir-ports";

  /** Free when they were looked for. */
  static BrokerPorts free() throws IOException {
    List<Integer> ports = LoopbackPort.free(2);
    return new BrokerPorts(ports.get(0), ports.get(1));
  }

  /** Those of the broker that ran there before, whatever process it was in; else free ones. */
  static BrokerPorts of(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return free();
    }
    List<String> ports = Files.readAllLines(file);
    return new BrokerPorts(Integer.parseInt(ports.get(0)), Integer.parseInt(ports.get(1)));
  }

  /**
   * Kafka's controller answers a port that is taken by ending the whole process, without a word
   * (its fault handler halts it), so that is looked at first.
   *
   * @throws IllegalStateException if something listens on one of the two
   */
  void requireFree() throws IOException {
    for (int port : List.of(broker, controller)) {
      if (!LoopbackPort.isFree(port)) {
        throw new IllegalStateException("Another process listens on " + HOST + ":" + port);
      }
    }
  }

  void noteIn(Path directory) throws IOException {
    Files.write(
        directory.resolve(FILE), List.of(String.valueOf(broker), String.valueOf(controller)));
  }
}

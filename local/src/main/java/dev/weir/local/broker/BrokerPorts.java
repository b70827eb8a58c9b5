package dev.weir.local.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two ports of loopback. */
record BrokerPorts(int broker, int controller) {

  static final String HOST = "127.0.0.1";
  private static final String FILE = "weir-ports";

  /** Free when they were looked for. */
  static BrokerPorts free() throws IOException {
    InetAddress loopback = InetAddress.getByName(HOST);
    try (ServerSocket broker = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
    }
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

  void noteIn(Path directory) throws IOException {
    Files.write(
        directory.resolve(FILE), List.of(String.valueOf(broker), String.valueOf(controller)));
  }
}

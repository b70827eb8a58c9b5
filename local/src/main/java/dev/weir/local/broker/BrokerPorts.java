package dev.weir.local.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Two ports of loopback, free when they were looked for. */
record BrokerPorts(int broker, int controller) {

  static final String HOST = "127.0.0.1";

  static BrokerPorts free() throws IOException {
    InetAddress loopback = InetAddress.getByName(HOST);
    try (ServerSocket broker = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
    }
  }
}

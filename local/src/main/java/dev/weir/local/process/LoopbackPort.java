package dev.weir.local.process;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of loopback to listen on a moment later, and again after a restart.
 *
 * <p>They lie below what Linux, macOS and Windows give to connections that go out (from 32768 and
 * 49152 on; RFC 6335, section 6). A port that was found by binding to 0 comes from there, and any
 * client on the machine may be given it before it is bound.
 */
public final class LoopbackPort {

  /** The address of loopback. */
  public static final String HOST = "127.0.0.1";

  private static final int LOWEST = 10_000;
  private static final int ABOVE = 32_000;
  private static final int ATTEMPTS = 1_000;

  private LoopbackPort() {}

  /**
   * A port on which nothing listens now, of chance, so that processes that look for one at the same
   * time find different ones.
   *
   * @throws IOException if none was found
   */
  public static int free() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("No port of " + HOST + " from " + LOWEST + " on is free");
  }

  /** Several that differ. */
  public static List<Integer> free(int ports) throws IOException {
    Set<Integer> different = new LinkedHashSet<>();
    while (different.size() < ports) {
      different.add(free());
    }
    return List.copyOf(different);
  }

  /** Whether something could listen there now. */
  public static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }
}

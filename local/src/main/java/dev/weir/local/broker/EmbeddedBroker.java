package dev.weir.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One KRaft node, broker and controller in one, on loopback. It keeps its ports and its directory
 * from one {@link #start} to the next, so that a test can take it away and give it back.
 *
 * <p>Not for production: one copy of everything, nothing flushed before it is acknowledged.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  private final Path directory;
  private final boolean ours;
  private final Map<String, String> settings;
  private BrokerPorts ports;
  private @Nullable KafkaRaftServer server;

  private EmbeddedBroker(Path directory, boolean ours, Map<String, String> settings)
      throws IOException {
    this.directory = directory;
    this.ours = ours;
    this.settings = Map.copyOf(settings);
    this.ports = BrokerPorts.of(directory);
  }

  /** A broker, not yet started, in a directory of its own that {@link #close} deletes. */
  public static EmbeddedBroker inTemporaryDirectory() throws IOException {
    return inTemporaryDirectory(Map.of());
  }

  /** The same with settings over the broker's own. */
  public static EmbeddedBroker inTemporaryDirectory(Map<String, String> settings)
      throws IOException {
    return new EmbeddedBroker(Files.createTempDirectory("weir-broker-"), true, settings);
  }

  /**
   * A broker, not yet started, that leaves its logs in that directory, and listens where the last
   * one there did.
   */
  public static EmbeddedBroker in(Path directory) throws IOException {
    return in(directory, Map.of());
  }

  /**
   * As {@link #in(Path)}, with settings of its own: a security protocol, for one.
   *
   * @param settings of Kafka's broker; they replace those that are made here
   */
  public static EmbeddedBroker in(Path directory, Map<String, String> settings) throws IOException {
    return new EmbeddedBroker(Files.createDirectories(directory), false, settings);
  }

  /**
   * Starts the broker, or starts it again on the same port with what its logs hold. Ready for
   * clients when it returns; nothing happens if it runs.
   *
   * @throws IllegalStateException if it does not come up
   */
  public synchronized void start() throws IOException {
    boolean first = BrokerStorage.formatIfNew(directory);
    for (int attempt = 1; server == null; attempt++) {
      try {
        server = started(ports);
        ports.noteIn(directory);
      } catch (RuntimeException e) {
        // Between finding a port free and binding it another process may take it. Clients know
        // the port only after the first start, so only then may it change.
        if (!first || attempt == ATTEMPTS) {
          throw new IllegalStateException("The Kafka broker in this process did not start", e);
        }
        ports = BrokerPorts.free();
      }
    }
  }

  private KafkaRaftServer started(BrokerPorts on) throws IOException {
    on.requireFree();
    Map<String, String> all = new HashMap<>(BrokerSettings.of(directory, on));
    all.putAll(settings);
    KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(all), Time.SYSTEM);
    try {
      starting.startup();
      return starting;
    } catch (RuntimeException e) {
      starting.shutdown();
      throw e;
    }
  }

  /** Stops the broker in order and keeps its logs; nothing happens if it does not run. */
  public synchronized void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /** What clients connect to, {@code host:port}; the same after each start but the first. */
  public synchronized String bootstrapServers() {
    return BrokerPorts.HOST + ":" + ports.broker();
  }

  /** Stops the broker and deletes the directory if it was its own. */
  @Override
  public void close() throws IOException {
    stop();
    if (ours) {
      BrokerStorage.delete(directory);
    }
  }
}

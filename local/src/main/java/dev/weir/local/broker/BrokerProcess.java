package dev.weir.local.broker;

import dev.weir.local.process.JavaCommand;
import dev.weir.local.process.OwnProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A broker in a process of its own. What it has acknowledged outlives SIGKILL, for the operating
 * system keeps what the process has written; it is the machine that must not fail.
 */
public final class BrokerProcess implements AutoCloseable {

  /** For one that soon ends or starts again. */
  private static final List<String> QUICK =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final OwnProcess process;
  private final String bootstrapServers;

  private BrokerProcess(OwnProcess process) throws IOException {
    this.process = process;
    this.bootstrapServers = up();
  }

  /** A running broker that keeps its logs there. */
  public static BrokerProcess in(Path directory) throws IOException {
    Path logs = directory.resolveSibling(directory.getFileName() + "-log");
    List<String> options = new ArrayList<>(QUICK);
    options.add("-Dweir.log.directory=" + logs);
    ProcessBuilder java =
        JavaCommand.onOurClasses(BrokerMain.class, options, List.of(directory.toString()));
    return start(java.redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  /**
   * A running broker.
   *
   * @param java starts {@link BrokerMain}
   */
  public static BrokerProcess start(ProcessBuilder java) throws IOException {
    return new BrokerProcess(new OwnProcess(java));
  }

  private String up() throws IOException {
    Process running = process.start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8));
    String where = said.readLine();
    if (where == null) {
      throw new IOException("the broker's process did not start");
    }
    return where;
  }

  /** What clients connect to, {@code host:port}; the same after each {@link #restart}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Of the process that runs now. */
  public long pid() throws IOException {
    return process.start().pid();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  /** Starts it again after it was killed; ready for clients when this returns. */
  public void restart() throws IOException {
    String where = up();
    if (!where.equals(bootstrapServers)) {
      throw new IOException("the broker came back at " + where + ", not " + bootstrapServers);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}

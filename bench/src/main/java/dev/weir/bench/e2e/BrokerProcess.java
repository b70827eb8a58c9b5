package dev.weir.bench.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The broker in a process of its own. */
record BrokerProcess(Process process, String bootstrapServers) implements AutoCloseable {

  private static final String HEAP = "1g";

  static BrokerProcess start(Child child, Path logs) throws IOException {
    Process process = child.of(BrokerMain.class, HEAP, List.of(), logs.toString()).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String bootstrapServers = said.readLine();
    if (bootstrapServers == null) {
      throw new IOException("the broker did not start");
    }
    return new BrokerProcess(process, bootstrapServers);
  }

  /** Its input ends, and with it the broker. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}

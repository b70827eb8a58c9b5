package dev.weir.promises.gateway;

import dev.weir.local.command.WeirCommand;
import dev.weir.local.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code weir start} in a process of its own, as a user or a process manager runs it. */
public final class StartProcess implements AutoCloseable {

  private static final List<String> JAVA =
      List.of(
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");
  private static final long PATIENCE_SECONDS = 600;
  private static final long POLL_MS = 100;

  private final Process process;
  private final Path said;

  private StartProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts the gateway of that file; what it says goes to a file beside it. */
  public static StartProcess of(Path gateway, String... more) throws IOException {
    return on(System.getProperty("java.class.path"), gateway, more);
  }

  /** As {@link #of}, on other classes. */
  static StartProcess on(String classPath, Path gateway, String... more) throws IOException {
    return run(WeirCommand.class, classPath, gateway, more);
  }

  /** As {@link #of}, in a process that is slow to end: see {@link LingeringStart}. */
  static StartProcess lingering(Path gateway, String... more) throws IOException {
    return run(LingeringStart.class, System.getProperty("java.class.path"), gateway, more);
  }

  private static StartProcess run(Class<?> main, String classPath, Path gateway, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("start", "--gateway", gateway.toString()));
    arguments.addAll(List.of(more));
    Path said = Files.createTempFile(gateway.resolveSibling("."), "said", ".txt");
    ProcessBuilder java =
        JavaCommand.of(classPath, main.getName(), JAVA, arguments)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    java.environment().put("WEIR_LOGS", gateway.resolveSibling("logs").toString());
    String flink = System.getProperty("weir.flink.dist");
    if (flink != null) {
      java.environment().put("WEIR_FLINK_DIST", flink);
    }
    return new StartProcess(java.start(), said);
  }

  /** Waits until it has said that. */
  public void await(String words) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!said().contains(words)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new AssertionError("it never said " + words + ", but: " + said());
      }
      Thread.sleep(POLL_MS);
    }
  }

  /** SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** The processes that it has started. */
  public List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** Waits for its end. */
  public int exit() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + said());
    }
    return process.exitValue();
  }

  /** All that it has said so far. */
  public String said() throws IOException {
    return Files.readString(said);
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList(); // nobody ends them after it
    process.destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}

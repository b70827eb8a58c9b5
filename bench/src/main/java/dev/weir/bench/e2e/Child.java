package dev.weir.bench.e2e;

import dev.weir.local.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a main class of this package in a process of its own, on this one's Java and classes. */
final class Child {

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseG1GC",
          "-XX:+AlwaysPreTouch",
          "-XX:-UseDynamicNumberOfCompilerThreads", // a thread that ends takes its time with it
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true",
          "-Dweir.log.level=WARN",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

  private final Path directory;

  /**
   * @param directory for what the children put down
   */
  Child(Path directory) {
    this.directory = directory;
  }

  /**
   * A process that has not been started.
   *
   * @param heap of the whole life, so that growing it costs nothing
   */
  ProcessBuilder of(Class<?> main, String heap, List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
    all.addAll(OPTIONS);
    all.addAll(options);
    all.add("-Djava.io.tmpdir=" + directory);
    all.add("-Dweir.log.directory=" + directory.resolve("logs-" + main.getSimpleName()));
    return JavaCommand.onOurClasses(main, all, List.of(arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .directory(new File(directory.toString()));
  }

  /**
   * Runs a process to its end.
   *
   * @throws IOException if it does not end well
   */
  static void run(ProcessBuilder process) throws IOException, InterruptedException {
    Process running = process.redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
    try {
      int exit = running.waitFor();
      if (exit != 0) {
        throw new IOException("a pass ended with " + exit);
      }
    } finally {
      running.destroy();
    }
  }
}

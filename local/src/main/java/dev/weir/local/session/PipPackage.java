package dev.weir.local.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.FileUtils;

/**
 * The Python package {@code apache-flink-libraries}: Flink's {@code lib} and {@code plugins} as its
 * binary release has them, which Maven's registry lacks.
 */
final class PipPackage {

  private static final String NAME = "apache-flink-libraries==" + FlinkDistribution.VERSION;
  private static final List<List<String>> PIPS =
      List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));
  private static final List<String> INSTALL =
      List.of(
          "install",
          "--quiet",
          "--no-deps",
          "--no-compile",
          "--no-input",
          "--no-cache-dir",
          "--disable-pip-version-check",
          "--retries",
          "1",
          "--timeout",
          "30",
          "--target");

  private PipPackage() {}

  /** Puts the distribution there, whole or not at all; another who does the same is no harm. */
  static void fetch(Path home)
      throws DistributionMissingException, IOException, InterruptedException {
    List<String> pip = pip().orElseThrow(() -> new DistributionMissingException("pip is missing"));
    Files.createDirectories(home.getParent());
    Path fetched = Files.createTempDirectory(home.getParent(), "fetching-");
    try {
      install(pip, fetched);
      Files.move(fetched.resolve("pyflink"), home);
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      FileUtils.deleteDirectory(fetched.toFile());
    }
  }

  private static Optional<List<String>> pip() throws InterruptedException {
    for (List<String> pip : PIPS) {
      try {
        if (run(pip, List.of("--version")).exit() == 0) {
          return Optional.of(pip);
        }
      } catch (IOException notThere) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static void install(List<String> pip, Path into)
      throws DistributionMissingException, IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(INSTALL);
    arguments.addAll(List.of(into.toString(), NAME));
    Ended ended = run(pip, arguments);
    if (ended.exit() != 0) {
      throw new DistributionMissingException(
          "pip could not fetch " + NAME + " (" + ended.said().strip() + ")");
    }
  }

  private record Ended(int exit, String said) {}

  private static Ended run(List<String> pip, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(pip);
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}

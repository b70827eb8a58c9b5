package dev.weir.local.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * An unpacked Flink.
 *
 * @param home holds {@code lib} and {@code plugins}
 */
public record FlinkDistribution(Path home) {

  /** The version that Weir is built with. */
  static final String VERSION = EnvironmentInformation.getVersion();

  private static final String MINOR = VERSION.substring(0, VERSION.lastIndexOf('.') + 1);

  /**
   * The one that {@code -Dweir.flink.dist} or {@code WEIR_FLINK_DIST} names; else the one in {@code
   * $XDG_CACHE_HOME/weir} or {@code ~/.cache/weir}, which is fetched when it is used for the first
   * time: about 310 MB.
   *
   * @throws DistributionMissingException if there is none, or it is of another Flink
   */
  public static FlinkDistribution find(Map<String, String> environment)
      throws DistributionMissingException, IOException, InterruptedException {
    String given =
        System.getProperty("weir.flink.dist", environment.getOrDefault("WEIR_FLINK_DIST", ""));
    Path home = given.isEmpty() ? cached(environment) : Path.of(given).toAbsolutePath();
    FlinkDistribution found = new FlinkDistribution(home);
    found.check();
    return found;
  }

  private static Path cached(Map<String, String> environment)
      throws DistributionMissingException, IOException, InterruptedException {
    Path home = caches(environment).resolve("weir").resolve("flink-" + VERSION);
    if (!Files.isDirectory(home)) {
      PipPackage.fetch(home);
    }
    return home;
  }

  private static Path caches(Map<String, String> environment) {
    Path given = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return given.isAbsolute() ? given : Path.of(System.getProperty("user.home"), ".cache");
  }

  private void check() throws DistributionMissingException, IOException {
    String dist = "flink-dist-" + MINOR;
    if (jars().stream().noneMatch(jar -> jar.getFileName().toString().startsWith(dist))) {
      throw new DistributionMissingException(home + " holds no lib/" + dist + "*.jar");
    }
  }

  private List<Path> jars() throws IOException {
    Path lib = home.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Every jar of {@code lib}, as Flink's own scripts give them to Java. */
  String classPath() throws IOException {
    return String.join(":", jars().stream().map(Path::toString).toList());
  }

  Path plugins() {
    return home.resolve("plugins");
  }
}

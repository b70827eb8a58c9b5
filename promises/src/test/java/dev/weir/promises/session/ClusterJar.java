package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.GatewayJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** The fat jar that the build has made, as a user would submit it. */
final class ClusterJar {

  private ClusterJar() {}

  /** Aborts the test where the build was told to leave it out; fails if it is of a former build. */
  static Path built() throws Exception {
    Path jar = Path.of(System.getProperty("weir.cluster.jar"));
    if (!Files.exists(jar)) {
      Skipped.because("the fat jar was not built; mvn package and mvn verify build it");
    }
    Path classes =
        Path.of(GatewayJob.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(Files.getLastModifiedTime(jar))
        .as("%s is older than the classes: mvn package", jar)
        .isGreaterThanOrEqualTo(newest(classes));
    return jar;
  }

  private static FileTime newest(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      FileTime newest = FileTime.fromMillis(0);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileTime time = Files.getLastModifiedTime(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
      return newest;
    }
  }
}

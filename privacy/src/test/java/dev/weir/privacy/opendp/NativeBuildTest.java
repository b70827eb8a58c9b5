package dev.weir.privacy.opendp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build does about the library, on a machine without Rust and without the cache. */
class NativeBuildTest {

  private final Path directory;
  private final Path library;

  NativeBuildTest(@TempDir Path directory) {
    this.directory = directory;
    this.library =
        directory.resolve(Platform.RESOURCE_PREFIX).resolve(System.mapLibraryName("weir_opendp"));
  }

  @Test
  void missingCargo_endsTheBuildAndSaysHowToMend() throws Exception {
    Ended ended = build("build", "");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out())
        .contains("[ERROR] OpenDP: cargo is missing. Install Rust 1.88 or later")
        .contains("-Dweir.opendp=skip")
        .contains("WEIR_OPENDP=skip");
    assertThat(library).doesNotExist();
  }

  @Test
  void skip_takesAFormerLibraryAway() throws Exception {
    Files.createDirectories(library.getParent());
    Files.writeString(library, "of a former build");
    Ended ended = build("skip", "");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("[WARNING] OpenDP: left out");
    assertThat(library).doesNotExist();
  }

  @Test
  void namedLibrary_isTaken() throws Exception {
    Path named = Files.writeString(directory.resolve("mine.so"), "a library");
    assertThat(build("build", named.toString()).exit()).isZero();
    assertThat(library).hasContent("a library");
  }

  @Test
  void namedLibraryThatIsMissing_endsTheBuild() throws Exception {
    Ended ended = build("build", directory.resolve("none.so").toString());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("none.so").contains("weir.opendp.library");
  }

  private record Ended(int exit, String out) {}

  private Ended build(String mode, String named) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + directory,
            "opendp-native/NativeBuild.java",
            "opendp-native",
            directory.toString(),
            mode,
            named);
    builder.environment().clear();
    builder.environment().put("PATH", directory.toString());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out);
  }
}

package dev.weir.local.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.script.Checkout.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class WeirScriptTest {

  private final Path directory;
  private final Checkout checkout;

  WeirScriptTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    this.checkout = new Checkout(directory);
  }

  @Test
  void firstUse_buildsAndTheNextDoesNot() throws Exception {
    Ended first = checkout.weir("validate", "x.yaml");
    assertThat(first.exit()).isZero();
    assertThat(first.err()).contains("building").contains("build.log");
    Ended second = checkout.weir("validate", "x.yaml");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void classPath_holdsCopiesOfOurJars() throws Exception {
    checkout.weir();
    Path state = checkout.root.toRealPath().resolve(".weir");
    Path app = state.resolve(Files.readString(state.resolve("current")).trim());
    String path = app + "/weir-local-1.jar:" + app + "/weir-jobs-1.jar:/others/two.jar";
    assertThat(app.resolve("java.args"))
        .content()
        .contains("-Dfile.encoding=UTF-8")
        .contains("-cp \"" + path + "\"");
    assertThat(app.resolve("weir-local-1.jar")).exists();
    assertThat(app.resolve("weir-jobs-1.jar")).exists();
  }

  @Test
  void argumentsAndExitCode_passUnchanged() throws Exception {
    checkout.java("21.0.2", 4);
    Ended ended = checkout.weir("run", "a file.jsonl", "$HOME", "");
    assertThat(ended.exit()).isEqualTo(4);
    assertThat(ended.out()).endsWith("WeirCommand\nrun\na file.jsonl\n$HOME\n\n");
  }

  @Test
  void changedSource_isBuiltAgain() throws Exception {
    checkout.weir();
    Files.writeString(checkout.root.resolve("local/src/main/java/A.java"), "class A {}");
    checkout.weir();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void changedSourceOfTheNativeLibrary_isBuiltAgain() throws Exception {
    checkout.weir();
    checkout.write("privacy/opendp-native/src/lib.rs", "// changed");
    checkout.weir();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void withoutStatistics_isABuildOfItsOwn() throws Exception {
    checkout.environment("WEIR_OPENDP", "skip");
    checkout.weir();
    checkout.weir();
    assertThat(checkout.builds()).isEqualTo(1);
    checkout.environment("WEIR_OPENDP", "");
    checkout.weir();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void removedSource_isBuiltAgain() throws Exception {
    checkout.weir();
    Files.delete(checkout.root.resolve("local/src/main/java/B.java"));
    checkout.weir();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void sourceChangedDuringTheBuild_isBuiltAgain() throws Exception {
    checkout.maven("sleep 0.1; echo changed > local/src/main/java/A.java");
    checkout.weir();
    checkout.maven("");
    checkout.weir();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void twoAtOnce_buildOnce() throws Exception {
    checkout.maven("sleep 1");
    Process one = checkout.start(checkout.root.resolve("weir"), "keys");
    Process two = checkout.start(checkout.root.resolve("weir"), "keys");
    assertThat(Ended.of(one).exit()).isZero();
    assertThat(Ended.of(two).exit()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void twoAtOnceWithoutFlock_buildOnce() throws Exception {
    Files.deleteIfExists(checkout.bin.resolve("flock"));
    twoAtOnce_buildOnce();
  }

  @Test
  void lockOfADeadProcess_isTaken() throws Exception {
    Files.deleteIfExists(checkout.bin.resolve("flock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(checkout.root.resolve(".weir"));
    Files.createSymbolicLink(
        checkout.root.resolve(".weir/lock.pid"), Path.of(String.valueOf(dead.pid())));
    assertThat(checkout.weir().exit()).isZero();
  }

  @Test
  void linkElsewhere_findsItsCheckout() throws Exception {
    Path link =
        Files.createSymbolicLink(directory.resolve("weir-link"), Path.of("a checkout/weir"));
    Ended ended = Ended.of(checkout.start(link, "keys"));
    assertThat(ended.exit()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void failedBuild_isTheEnvironmentsFaultAndIsTriedAgain() throws Exception {
    checkout.maven("echo '[ERROR] no such symbol'; exit 1");
    Ended failed = checkout.weir("keys");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.err()).contains("no such symbol").contains("build.log");
    assertThat(failed.out()).isEmpty();
    checkout.maven("");
    assertThat(checkout.weir("keys").exit()).isZero();
  }

  @Test
  void missingMaven_saysWhatToInstall() throws Exception {
    Files.delete(checkout.bin.resolve("mvn"));
    Ended ended = checkout.weir("keys");
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err()).contains("Install Maven 3.8");
  }

  @Test
  void oldJava_saysWhatToInstall() throws Exception {
    checkout.java("11.0.9", 0);
    Ended ended = checkout.weir("keys");
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err()).contains("version 17");
  }

  @Test
  void missingJava_saysWhatToInstall() throws Exception {
    Files.delete(checkout.bin.resolve("java"));
    Ended ended = checkout.weir("keys");
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err()).contains("Install a JDK");
  }
}

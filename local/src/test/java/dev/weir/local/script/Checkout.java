package dev.weir.local.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A checkout as the script finds one, with a Maven that only notes that it was called and a Java
 * that only shows its arguments.
 */
final class Checkout {

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cp",
          "date",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "tput");

  final Path root;
  final Path bin;
  private final Map<String, String> environment = new HashMap<>();

  Checkout(Path directory) throws IOException {
    root = Files.createDirectories(directory.resolve("a checkout"));
    bin = Files.createDirectories(directory.resolve("bin"));
    for (String tool : TOOLS) {
      reach(tool);
    }
    Files.copy(Path.of("..", "weir"), root.resolve("weir"));
    executable(root.resolve("weir"));
    write("pom.xml", "");
    write("local/pom.xml", "");
    write("local/src/main/java/A.java", "");
    write("local/src/main/java/B.java", "");
    write("local/src/main/launch/java.args", "-Dfile.encoding=UTF-8\n");
    java("17.0.1", 0);
    maven("");
    age(root);
  }

  private void reach(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path real = Path.of(folder, tool);
      if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
        script(bin.resolve(tool), "exec " + real + " \"$@\"");
      }
    }
  }

  /** A Java that prints its own arguments, one in a line, and ends with that code. */
  void java(String version, int exit) throws IOException {
    script(
        bin.resolve("java"),
        "[ \"$1\" = -version ] && { echo 'openjdk version \"" + version + "\"' >&2; exit 0; }",
        "printf '%s\\n' \"$@\"",
        "exit " + exit);
  }

  /** A Maven that notes its call, does that, and leaves what a build leaves. */
  void maven(String then) throws IOException {
    script(
        bin.resolve("mvn"),
        "echo \"$@\" >> mvn-calls",
        then,
        "mkdir -p local/target jobs/target",
        "echo jar > local/target/weir-local-1.jar",
        "echo jar > jobs/target/weir-jobs-1.jar",
        "echo \"$PWD/jobs/target/weir-jobs-1.jar:/others/two.jar\" > local/target/class-path");
  }

  /** For every later start of the script. */
  void environment(String name, String value) {
    environment.put(name, value);
  }

  void write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As if everything had been checked out a while ago: file times count whole clock ticks. */
  private static void age(Path root) throws IOException {
    FileTime past = FileTime.from(Instant.now().minusSeconds(60));
    try (var all = Files.walk(root)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, past);
      }
    }
  }

  int builds() throws IOException {
    Path calls = root.resolve("mvn-calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  Process start(Path script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(bin.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", bin.toString());
    return builder.start();
  }

  /** Runs the script to its end. */
  Ended weir(String... arguments) throws Exception {
    return Ended.of(start(root.resolve("weir"), arguments));
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** How a process ended and what it wrote. */
  record Ended(int exit, String out, String err) {
    static Ended of(Process process) throws Exception {
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), out, err);
    }
  }
}

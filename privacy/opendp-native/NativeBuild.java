import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the library over OpenDP where the jar is made from: {@code java NativeBuild.java CRATE CLASSES
 * MODE LIBRARY}. A library made once of the same sources is taken from {@code ~/.cache/weir/opendp}.
 *
 * <p>MODE {@code skip} (or {@code WEIR_OPENDP=skip}) leaves it out; LIBRARY, if not empty, is taken as
 * it is.
 */
final class NativeBuild {

  private static final PrintStream OUT = System.out;
  private static final String MEND =
      "Install Rust 1.88 or later (https://rustup.rs) with a C compiler, make and perl; or build a Weir"
          + " without statistics: -Dweir.opendp=skip, for ./weir WEIR_OPENDP=skip.";

  private final Path crate;
  private final Path target;
  private final Path cache =
      Path.of(System.getProperty("user.home"), ".cache", "weir", "opendp").toAbsolutePath();

  private NativeBuild(Path crate, Path classes) {
    this.crate = crate;
    this.target = classes.resolve(platform()).resolve(System.mapLibraryName("weir_opendp"));
  }

  public static void main(String[] args) throws Exception {
    NativeBuild build = new NativeBuild(Path.of(args[0]), Path.of(args[1]));
    String library = args.length > 3 ? args[3] : "";
    try {
      build.run(args[2], library);
    } catch (Refusal refusal) {
      OUT.println("[ERROR] OpenDP: " + refusal.getMessage());
      System.exit(1);
    }
  }

  private void run(String mode, String library) throws Exception {
    if (mode.equals("skip") || "skip".equals(System.getenv("WEIR_OPENDP"))) {
      Files.deleteIfExists(target);
      OUT.println("[WARNING] OpenDP: left out; this Weir has no statistics, and their tests are skipped.");
      return;
    }
    if (!library.isEmpty()) {
      take(Path.of(library), "weir.opendp.library");
      return;
    }
    String sources = digest(sources());
    Path made = cache.resolve(sources).resolve(target.getFileName());
    if (!Files.exists(made)) {
      Path compiled = compile();
      if (!digest(sources()).equals(sources)) {
        throw new Refusal("its sources changed while they were compiled. Build again.");
      }
      keep(compiled, made);
    }
    take(made, "the cache");
  }

  /** Copied only if it differs, so that nothing later is made anew without need. */
  private void take(Path library, String from) throws IOException {
    if (!Files.isRegularFile(library)) {
      throw new Refusal("no file " + library + " (" + from + "). Name the library itself.");
    }
    if (Files.exists(target) && Files.mismatch(library, target) < 0) {
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(library, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Cargo locks its own directory: builds at once do not disturb each other. */
  private Path compile() throws Exception {
    String cargo = cargo().orElseThrow(() -> new Refusal("cargo is missing. " + MEND));
    Path work = cache.resolve("target-" + digest(List.of(crate.resolve("Cargo.lock"))));
    OUT.println("[INFO] OpenDP: compiling with cargo; the first time takes some minutes.");
    ProcessBuilder command =
        new ProcessBuilder(cargo, "build", "--release", "--locked", "--lib").directory(crate.toFile());
    command.environment().putAll(environment(work));
    if (command.inheritIO().start().waitFor() != 0) {
      throw new Refusal("cargo failed; what it said stands above. " + MEND);
    }
    return work.resolve("release").resolve(target.getFileName());
  }

  /** A move is whole: who looks at the same time sees all of it or nothing. */
  private static void keep(Path compiled, Path made) throws IOException {
    Files.createDirectories(made.getParent());
    Path copy = Files.createTempFile(made.getParent(), "library", ".part");
    Files.copy(compiled, copy, StandardCopyOption.REPLACE_EXISTING);
    Files.move(copy, made, StandardCopyOption.ATOMIC_MOVE);
  }

  /** No path of this machine goes into the library. */
  private static Map<String, String> environment(Path work) {
    return Map.of(
        "CARGO_TARGET_DIR", work.toString(),
        "RUSTFLAGS", "--remap-path-prefix=" + cargoHome() + "=cargo --remap-path-prefix=" + work + "=target");
  }

  private static Path cargoHome() {
    String home = System.getenv("CARGO_HOME");
    return home != null ? Path.of(home) : Path.of(System.getProperty("user.home"), ".cargo");
  }

  private static Optional<String> cargo() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    String name = System.getProperty("os.name").startsWith("Windows") ? "cargo.exe" : "cargo";
    return Stream.concat(
            Stream.of(path.split(java.io.File.pathSeparator)).map(Path::of),
            Stream.of(cargoHome().resolve("bin")))
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>(List.of(crate.resolve("Cargo.toml"), crate.resolve("Cargo.lock")));
    try (Stream<Path> files = Files.walk(crate.resolve("src"))) {
      files.filter(Files::isRegularFile).sorted().forEach(sources::add);
    }
    return sources;
  }

  private String digest(List<Path> files) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(platform().getBytes());
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      String name = crate.relativize(file).toString().replace('\\', '/');
      digest.update((name + "\0" + content.length + "\0").getBytes());
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  /** The folder in which JNA looks for a library of this platform. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.startsWith("windows") ? "win32" : os.startsWith("mac") ? "darwin" : "linux";
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x86-64" : arch);
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }
}

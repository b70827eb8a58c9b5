package dev.weir.local.demo;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files that a user would write, in a directory of the demo's own: the example's product and
 * agreements, a gateway, and keys under a passphrase that was drawn for them.
 */
public record DemoFiles(Path directory, String bootstrapServers, @Nullable DemoWindow window) {

  public static final String SOURCE_TOPIC = "card-payments.v1";
  static final String PRODUCT = "product.yaml";
  static final List<String> AGREEMENTS = List.of("harbor.yaml", "lumen.yaml");
  private static final String COUNTED = "beacon.yaml";

  private static final List<String> PARTNERS = List.of("harbor", "lumen");

  /**
   * Writes them, without statistics.
   *
   * @param directory of these files and no others
   */
  public static DemoFiles write(Path directory, String bootstrapServers) throws IOException {
    return write(directory, bootstrapServers, null);
  }

  /**
   * Writes them.
   *
   * @param window of the statistics, in the place of the example's day; null: there are none
   */
  static DemoFiles write(Path directory, String bootstrapServers, @Nullable DemoWindow window)
      throws IOException {
    DemoFiles files = new DemoFiles(directory, bootstrapServers, window);
    files.copy(PRODUCT);
    for (String agreement : AGREEMENTS) {
      files.copy(agreement);
    }
    if (window != null) {
      files.copy(COUNTED);
      files.change(COUNTED, "window: P1D", "window: " + DemoWindow.SIZE);
      files.change(COUNTED, "lateness: PT15M", "lateness: " + window.lateness());
    }
    Files.writeString(files.gateway(), files.gatewayYaml());
    files.createKeys();
    return files;
  }

  /**
   * Releases to {@code harbor}, {@code lumen} and, with a window, {@code beacon}; a checkpoint
   * every second, parallelism 2.
   */
  public Path gateway() {
    return directory.resolve("gateway.yaml");
  }

  Path keys() {
    return directory.resolve("keys");
  }

  private void copy(String file) throws IOException {
    try (InputStream in = DemoFiles.class.getResourceAsStream(file)) {
      Files.copy(Objects.requireNonNull(in, file), directory.resolve(file));
    }
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = directory.resolve(file);
    String text = Files.readString(path);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " holds no " + from);
    }
    Files.writeString(path, text.replace(from, to));
  }

  private void createKeys() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String passphrase = Base64.getUrlEncoder().encodeToString(random);
    Path file =
        Files.createFile(
            directory.resolve("passphrase"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, passphrase);
    try (Passphrase secret = Passphrase.of(passphrase)) {
      KeyDirectory keyDirectory = KeyDirectory.openOrCreate(keys(), secret);
      PARTNERS.forEach(keyDirectory::create);
    }
  }

  private String gatewayYaml() {
    return """
        apiVersion: weir/v1
        kind: Gateway
        id: demo
        products: [%s]
        agreements: [%s]
        kafka: {bootstrapServers: "%s"}
        sources:
          card-payments: {topic: %s, startFrom: %s, format: json}
        keys: {provider: "file:keys", passphrase: {file: passphrase}}
        checkpoints: {storage: "%s", interval: PT1S}
        parallelism: 2
        """
        .formatted(
            PRODUCT,
            String.join(", ", AGREEMENTS) + (window == null ? "" : ", " + COUNTED),
            bootstrapServers,
            SOURCE_TOPIC,
            window == null ? "earliest" : "{timestamp: " + window.from() + "}",
            directory.resolve("checkpoints").toUri());
  }
}

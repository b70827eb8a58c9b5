package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where keys come from, without any key: what a job carries to the machines that run it, where each
 * opens the keys itself.
 *
 * @param provider {@code file:<directory>}
 * @param passphrase where the passphrase is found on the machine that opens
 */
public record KeyProviderSpec(String provider, PassphraseReference passphrase)
    implements Serializable {

  private static final String FILE = "file:";

  /** Keys in a directory. */
  public static KeyProviderSpec directory(Path directory, PassphraseReference passphrase) {
    return new KeyProviderSpec(FILE + directory.toAbsolutePath().normalize(), passphrase);
  }

  /** With a relative directory taken from {@code base}. */
  public KeyProviderSpec resolvedAgainst(Path base) {
    return directory(base.resolve(path()), passphrase);
  }

  /**
   * Opens the keys. Cheap after the first time in a process: see {@link KeyDirectory}.
   *
   * @throws KeyException if the provider is unknown, or the directory or passphrase is not right
   */
  public KeyProvider open() {
    try (Passphrase secret = passphrase.read()) {
      return KeyDirectory.open(path(), secret);
    }
  }

  /** The directory. */
  public Path path() {
    if (!provider.startsWith(FILE)) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          "the key provider " + scheme() + " is not there yet; use file:<directory>");
    }
    String path = provider.substring(FILE.length());
    return Path.of(path.startsWith("//") ? path.substring(2) : path);
  }

  /** What comes before the colon: the rest of an address may hold a secret. */
  private String scheme() {
    int colon = provider.indexOf(':');
    return colon < 0 ? "without a scheme" : provider.substring(0, colon + 1);
  }
}

package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where keys come from, without any key: what a job carries to the machines that run it, where each
 * opens the keys itself.
 *
 * @param provider {@code file:<directory>}, or a {@link KeyServiceUri}
 * @param passphrase where the passphrase is found on the machine that opens; nobody looks there for
 *     a directory that a service guards
 */
public record KeyProviderSpec(String provider, PassphraseReference passphrase)
    implements Serializable {

  private static final String FILE = "file:";
  private static final Pattern PROVIDER = Pattern.compile("file:|[A-Za-z][A-Za-z0-9+.-]*:/");

  /** Keys in a directory. */
  public static KeyProviderSpec directory(Path directory, PassphraseReference passphrase) {
    return new KeyProviderSpec(FILE + directory.toAbsolutePath().normalize(), passphrase);
  }

  /**
   * As a command's {@code --keys} says it.
   *
   * @param keys a directory, or a provider
   * @throws KeyException if it looks like a provider and is none that is known: as a directory it
   *     would be made, and keys be looked for or made there under a passphrase
   */
  public static KeyProviderSpec of(String keys, PassphraseReference passphrase) {
    return PROVIDER.matcher(keys).lookingAt()
        ? new KeyProviderSpec(keys, passphrase).resolvedAgainst(Path.of(""))
        : directory(Path.of(keys), passphrase);
  }

  /** With a relative directory taken from {@code base}. */
  public KeyProviderSpec resolvedAgainst(Path base) {
    Path whole = base.resolve(path()).toAbsolutePath().normalize();
    return service()
        .map(uri -> new KeyServiceUri(uri.key(), whole.toString()).toString())
        .map(uri -> new KeyProviderSpec(uri, passphrase))
        .orElseGet(() -> directory(whole, passphrase));
  }

  /**
   * Opens the keys. Cheap after the first time in a process: see {@link KeyDirectory}.
   *
   * @throws KeyException if the provider is unknown, or the directory, passphrase or service is not
   *     right
   */
  public KeyDirectory open() {
    return open(System::getenv);
  }

  /**
   * As above, with the passphrase looked for in another environment; a service's library looks for
   * credentials in the process's own.
   */
  public KeyDirectory open(UnaryOperator<@Nullable String> environment) {
    Optional<KeyServiceUri> service = service();
    if (service.isPresent()) {
      return KeyDirectory.open(service.get());
    }
    try (Passphrase secret = passphrase.read(environment)) {
      return KeyDirectory.open(path(), secret);
    }
  }

  /**
   * Opens the keys, and makes the directory first if it holds none yet.
   *
   * @throws KeyException as {@link #open}
   */
  public KeyDirectory openOrCreate(UnaryOperator<@Nullable String> environment) {
    Optional<KeyServiceUri> service = service();
    if (service.isPresent()) {
      return KeyDirectory.openOrCreate(service.get());
    }
    try (Passphrase secret = passphrase.read(environment)) {
      return KeyDirectory.openOrCreate(path(), secret);
    }
  }

  /** The service that guards the directory; empty: a passphrase does. */
  public Optional<KeyServiceUri> service() {
    return KeyServiceUri.is(provider)
        ? Optional.of(KeyServiceUri.parse(provider))
        : Optional.empty();
  }

  /** The directory. */
  public Path path() {
    Optional<KeyServiceUri> service = service();
    if (service.isPresent()) {
      return Path.of(service.get().directory());
    }
    if (!provider.startsWith(FILE)) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          "the key provider "
              + scheme()
              + " is not known; use file:<directory>, or aws-kms://, gcp-kms:// or vault://");
    }
    String path = provider.substring(FILE.length());
    return Path.of(path.startsWith("//") ? path.substring(2) : path);
  }

  /** As {@code weir keys --keys} takes it. */
  public String text() {
    return service().map(KeyServiceUri::toString).orElseGet(() -> path().toString());
  }

  /** What comes before the colon: the rest of an address may hold a secret. */
  private String scheme() {
    int colon = provider.indexOf(':');
    return colon < 0 ? "without a scheme" : provider.substring(0, colon + 1);
  }
}

package dev.weir.tokenization.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import dev.weir.tokenization.KeyException;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;

/**
 * The key management services that there are libraries for: every {@code KmsClient} of Tink's that
 * {@link ServiceLoader} finds. Vault's is here; those of clouds come with their own libraries.
 */
final class KeyServices {

  private KeyServices() {}

  /**
   * What encrypts under a key of a service, with the credentials that its library finds on this
   * machine. Nothing is asked of the service yet.
   *
   * @throws KeyException if there is no library for the address, or no credentials
   */
  static Aead aead(String key) {
    for (KmsClient client :
        ServiceLoader.load(KmsClient.class, KeyServices.class.getClassLoader())) {
      if (client.doesSupport(key)) {
        return aead(client, key);
      }
    }
    throw new KeyException(
        KeyException.Kind.UNSUPPORTED,
        "no library for "
            + key.substring(0, key.indexOf(':') + 3)
            + " is on the class path; see docs/keys.md");
  }

  private static Aead aead(KmsClient client, String key) {
    try {
      KmsClient ready = client.withDefaultCredentials();
      return ready.getAead(key);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw refused(key, e);
    }
  }

  /**
   * A service's no. What a library says in words may hold what it was asked, so its kind alone;
   * what we say ourselves does not.
   */
  static KeyException refused(String key, Exception why) {
    if (why instanceof KeyException ours) {
      return ours;
    }
    Throwable cause = why;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return new KeyException(
        KeyException.Kind.SERVICE,
        "the key " + key + " cannot be used (" + cause.getClass().getSimpleName() + ")");
  }
}

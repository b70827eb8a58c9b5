package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key in a key management service, and the directory whose key it encrypts: {@code
 * aws-kms://arn:…?directory=DIR}, {@code gcp-kms://projects/…?directory=DIR} or {@code
 * vault://HOST[:PORT]/MOUNT/keys/NAME?directory=DIR}. It holds no secret: credentials are found by
 * the service's own rules on the machine that opens.
 *
 * @param key the address without the directory, as Tink's {@code KmsClient}s take it
 * @param directory {@code keys} where none is named
 */
public record KeyServiceUri(String key, String directory) {

  private static final String SERVICES = "(?:aws-kms|gcp-kms|vault)://";
  private static final Pattern FORM =
      Pattern.compile("(" + SERVICES + "[^?\\s]+)(?:\\?directory=(\\S.*))?");

  /** Whether it is an address of a service, well-formed or not. */
  public static boolean is(String provider) {
    return provider.matches("(?s)" + SERVICES + ".*");
  }

  /**
   * Of that text.
   *
   * @throws KeyException if it is no such address
   */
  public static KeyServiceUri parse(String provider) {
    Matcher form = FORM.matcher(provider);
    if (!form.matches()) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          "a key provider of a service is SERVICE://KEY?directory=DIR, as"
              + " aws-kms://arn:aws:kms:eu-central-1:111122223333:key/ID?directory=keys");
    }
    return new KeyServiceUri(form.group(1), form.group(2) == null ? "keys" : form.group(2));
  }

  @Override
  public String toString() {
    return key + "?directory=" + directory;
  }
}

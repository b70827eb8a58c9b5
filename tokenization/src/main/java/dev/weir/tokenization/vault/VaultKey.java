package dev.weir.tokenization.vault;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code vault://HOST[:PORT]/MOUNT/keys/NAME}: a key of a transit engine. Over TLS, but for an
 * address of this machine's own loopback, where an agent of Vault listens.
 */
record VaultKey(String authority, String mount, String name) {

  static final String SCHEME = "vault://";

  private static final Pattern FORM =
      Pattern.compile(
          "vault://([A-Za-z0-9.-]+(?::[0-9]{1,5})?)/([A-Za-z0-9._/-]+)/keys/([A-Za-z0-9._-]+)");
  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?");

  static VaultKey parse(String uri) {
    Matcher form = FORM.matcher(uri);
    if (!form.matches()) {
      throw VaultRefusal.of("a Vault key is vault://HOST:PORT/MOUNT/keys/NAME");
    }
    return new VaultKey(form.group(1), form.group(2), form.group(3));
  }

  /** Where an operation on the key is asked for. */
  URI operation(String operation) {
    String scheme = LOOPBACK.matcher(authority).matches() ? "http" : "https";
    return URI.create(scheme + "://" + authority + "/v1/" + mount + "/" + operation + "/" + name);
  }

  @Override
  public String toString() {
    return SCHEME + authority + "/" + mount + "/keys/" + name;
  }
}

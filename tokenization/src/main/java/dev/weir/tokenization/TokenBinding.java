package dev.weir.tokenization;

/**
 * What a token is bound to. Its bytes are the associated data of AES-SIV, or what the PRF reads
 * before the value, or what a key of FF1 is derived from: {@code weir/1}, scheme, scope and domain,
 * each with its length before it.
 *
 * <p>Always these four parts. That is what keeps the PRF's input unambiguous: it is the four parts
 * and then the value, without a length of its own, so a scheme with more parts needs another name.
 *
 * @param scheme {@code deterministic}, {@code one-way}, {@code format-preserving} or {@code random}
 * @param scope {@code agreement:<id>} or {@code partner:<id>}
 * @param domain what may be joined, by default {@code <product id>/<path>}; not empty
 */
public record TokenBinding(String scheme, String scope, String domain) {

  static final String VERSION = "weir/1";

  private static final String ERASABLE = "erasable";

  public TokenBinding {
    requireTokenScheme(scheme);
    requireScope(scope);
    if (domain.isEmpty()) {
      throw new IllegalArgumentException(
          "the domain of a token is empty; name the product's field");
    }
  }

  /** The key that such tokens are made with. */
  public KeyUse use() {
    return KeyUse.of(scheme);
  }

  /** The associated data, or the PRF's prefix. */
  public byte[] encoded() {
    return LengthPrefixed.encode(VERSION, scheme, scope, domain);
  }

  /** The same for erasable tokens, which are another scheme under the same key. */
  byte[] erasable() {
    return LengthPrefixed.encode(VERSION, ERASABLE, scope, domain);
  }

  static void requireScope(String scope) {
    if (!scope.matches("(?s)(agreement|partner):.+")) {
      throw new IllegalArgumentException("a scope is agreement:<id> or partner:<id>");
    }
  }

  private static void requireTokenScheme(String scheme) {
    boolean tokens = KeyUse.find(scheme).filter(use -> use != KeyUse.SHIFT).isPresent();
    if (!tokens) {
      throw new IllegalArgumentException(
          "the scheme "
              + scheme
              + " has no tokens here; use deterministic, one-way, format-preserving or"
              + " random");
    }
  }
}

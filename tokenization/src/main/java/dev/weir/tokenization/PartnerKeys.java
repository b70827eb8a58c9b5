package dev.weir.tokenization;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.SecretKeyAccess;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one partner, as they were when they were opened. What is made from them is the
 * partner's alone: no other partner's keys give or open its tokens, except with a chance of 2^-128.
 *
 * <p>Immutable and safe for many threads; what it makes is confined to one.
 */
public final class PartnerKeys {

  private final String partner;
  private final Map<KeyUse, KeysetHandle> keysets;

  private PartnerKeys(String partner, Map<KeyUse, KeysetHandle> keysets) {
    this.partner = partner;
    this.keysets = keysets;
  }

  /**
   * The keys in Tink's keysets.
   *
   * @throws KeyException if a key is not of the kind that its use needs
   */
  public static PartnerKeys of(String partner, Map<KeyUse, KeysetHandle> keysets) {
    PartnerKeys keys = new PartnerKeys(partner, Map.copyOf(keysets));
    keys.uses().forEach(keys::facts);
    return keys;
  }

  public String partner() {
    return partner;
  }

  /** The uses that there are keys for. */
  public Set<KeyUse> uses() {
    return keysets.keySet();
  }

  /**
   * The fingerprint of the key that new tokens (or shifts) are made with.
   *
   * @throws KeyException if the partner has no such key; so do all methods below
   */
  public String fingerprint(KeyUse use) {
    return primary(use).facts().fingerprint();
  }

  /**
   * That the key is there, and for schemes whose tokens can be read that what it writes can be.
   *
   * @throws KeyException if it is not
   */
  public void prove(KeyUse use) {
    var unused = fingerprint(use);
    boolean holds =
        switch (use) {
          case DETERMINISTIC -> KeyProof.holds(tokenizer(KeyProof.binding(use), 0), proofReader());
          case FORMAT_PRESERVING -> KeyProof.holds(formatted(), formatReader());
          case ONE_WAY, RANDOM, SHIFT -> true; // nobody reads them
        };
    if (!holds) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          "the key "
              + partner
              + "/"
              + use
              + " does not read the tokens that it makes: another"
              + " provider of ciphers stands before Java's own; see jdk.security.provider");
    }
  }

  private Function<String, Detokenized> proofReader() {
    TokenBinding binding = KeyProof.binding(KeyUse.DETERMINISTIC);
    return reader(binding, binding.encoded())::detokenize;
  }

  private Tokenizer formatted() {
    return tokenizer(KeyProof.binding(KeyUse.FORMAT_PRESERVING), KeyProof.format());
  }

  private Function<String, Detokenized> formatReader() {
    FormatDetokenizer reader =
        formatReader(KeyProof.binding(KeyUse.FORMAT_PRESERVING), KeyProof.format());
    int version = version(KeyUse.FORMAT_PRESERVING);
    return token -> reader.detokenize(version, token);
  }

  /** The id of the key that new tokens are made with; to be read as unsigned. */
  public int version(KeyUse use) {
    return primary(use).id();
  }

  /** What may be said of each key of a use, in the keyset's order. */
  public List<KeyFacts> facts(KeyUse use) {
    return materials(use).stream().map(KeyMaterial::facts).toList();
  }

  /**
   * The same keys, of which another one makes new tokens.
   *
   * @param keyId of an enabled key of that use
   * @throws KeyException if there is none
   */
  public PartnerKeys withActive(KeyUse use, int keyId) {
    Map<KeyUse, KeysetHandle> changed = new HashMap<>(keysets);
    changed.put(use, active(use, keyId));
    return new PartnerKeys(partner, Map.copyOf(changed));
  }

  private KeysetHandle active(KeyUse use, int keyId) {
    KeysetHandle.Builder keyset = KeysetHandle.newBuilder(handle(use));
    boolean found = false;
    for (int at = 0; at < keyset.size(); at++) {
      if (handle(use).getAt(at).getId() == keyId) {
        keyset.getAt(at).makePrimary();
        found = true;
      }
    }
    try {
      if (found) {
        return keyset.build();
      }
    } catch (GeneralSecurityException disabled) {
      found = false;
    }
    throw new KeyException(
        KeyException.Kind.MISSING,
        "there is no enabled key " + partner + "/" + use + "/" + Integer.toUnsignedString(keyId));
  }

  /**
   * A tokenizer for one thread.
   *
   * @param binding of scheme {@code deterministic} or {@code one-way}; a scope {@code partner:}
   *     must be this partner
   * @param pad bytes that each value is padded to before it is encrypted, 0 for none; one-way
   *     tokens are of one length anyway and take 0 only
   */
  public Tokenizer tokenizer(TokenBinding binding, int pad) {
    requireOwnScope(binding.scope());
    if (binding.use() == KeyUse.FORMAT_PRESERVING || binding.use() == KeyUse.RANDOM) {
      throw new IllegalArgumentException(binding.use() + " tokens are not made so");
    }
    KeyMaterial key = primary(binding.use());
    if (binding.use() == KeyUse.DETERMINISTIC) {
      return new DeterministicTokenizer(key.id(), key.bytes(), binding, requirePad(pad));
    }
    if (pad != 0) {
      throw new IllegalArgumentException("pad is for deterministic tokens; leave it out");
    }
    return new OneWayTokenizer(key.id(), key.bytes(), binding);
  }

  /**
   * A tokenizer for one thread whose tokens can be read only as long as their subject's key is
   * there.
   *
   * @param binding of scheme {@code deterministic}
   * @param subjects gives the key of the subject whose value comes next; null: it has none
   */
  public Tokenizer tokenizer(
      TokenBinding binding, int pad, Supplier<@Nullable SubjectKey> subjects) {
    requireOwnScope(binding.scope());
    if (binding.use() != KeyUse.DETERMINISTIC) {
      throw new IllegalArgumentException("only deterministic tokens can be erasable");
    }
    KeyMaterial key = primary(KeyUse.DETERMINISTIC);
    return new ErasableTokenizer(key.id(), key.bytes(), binding, requirePad(pad), subjects);
  }

  /**
   * Values on the way to tokens of a cohort, for one thread.
   *
   * @param scope {@code agreement:<id>}
   */
  public CohortTokens cohortTokens(String scope, String domain) {
    requireOwnScope(scope);
    KeyMaterial key = primary(KeyUse.ONE_WAY);
    return new CohortTokens(key.id(), key.bytes(), scope, domain);
  }

  /**
   * A tokenizer for one thread whose tokens keep the value's format.
   *
   * @param binding of scheme {@code format-preserving}
   */
  public Tokenizer tokenizer(TokenBinding binding, TokenFormat format) {
    requireFormatPreserving(binding);
    byte[] key = primary(KeyUse.FORMAT_PRESERVING).bytes();
    return new FormatPreservingTokenizer(new FormatCipher(key, binding, format));
  }

  private void requireFormatPreserving(TokenBinding binding) {
    requireOwnScope(binding.scope());
    if (binding.use() != KeyUse.FORMAT_PRESERVING) {
      throw new IllegalArgumentException("a format is for format-preserving tokens");
    }
  }

  /**
   * Names values whose tokens are random, for one thread.
   *
   * @param binding of scheme {@code random}
   */
  public ValueNamer valueNamer(TokenBinding binding) {
    requireOwnScope(binding.scope());
    if (binding.use() != KeyUse.RANDOM) {
      throw new IllegalArgumentException("values are named where their tokens are random");
    }
    return new ValueNamer(primary(KeyUse.RANDOM).bytes(), binding.encoded());
  }

  /**
   * The days that subjects' dates move by, for one thread.
   *
   * @param scope {@code agreement:<id>}
   * @param maxDays from 1 to 1,000,000
   */
  public DayShift dayShift(String scope, int maxDays) {
    requireOwnScope(scope);
    return new DayShift(primary(KeyUse.SHIFT).bytes(), scope, maxDays);
  }

  /** Turns this partner's deterministic tokens of that binding back into values. */
  public Detokenizer detokenizer(TokenBinding binding, SourceValueAccess access) {
    Objects.requireNonNull(access);
    if (binding.use() != KeyUse.DETERMINISTIC) {
      throw new IllegalArgumentException("only deterministic tokens can be turned back");
    }
    return reader(binding, binding.encoded());
  }

  /**
   * Turns this partner's erasable tokens of that binding back into values.
   *
   * @param subjects gives the key of a subject by its tokens' locator; null: it is gone
   */
  public ErasableDetokenizer detokenizer(
      TokenBinding binding,
      Function<String, @Nullable SubjectKey> subjects,
      SourceValueAccess access) {
    Objects.requireNonNull(access);
    if (binding.use() != KeyUse.DETERMINISTIC) {
      throw new IllegalArgumentException("only deterministic tokens can be erasable");
    }
    byte[] erasable = binding.erasable();
    return new ErasableDetokenizer(reader(binding, erasable), erasable, subjects);
  }

  private Detokenizer reader(TokenBinding binding, byte[] associatedData) {
    requireOwnScope(binding.scope());
    Map<Integer, byte[]> keys = new HashMap<>();
    Set<Integer> disabled = new HashSet<>();
    for (KeyMaterial key : materials(KeyUse.DETERMINISTIC)) {
      if (key.enabled()) {
        keys.put(key.id(), key.bytes());
      } else {
        disabled.add(key.id());
      }
    }
    return new Detokenizer(keys, disabled, associatedData);
  }

  /** Turns this partner's format-preserving tokens of that binding and format back into values. */
  public FormatDetokenizer detokenizer(
      TokenBinding binding, TokenFormat format, SourceValueAccess access) {
    Objects.requireNonNull(access);
    return formatReader(binding, format);
  }

  private FormatDetokenizer formatReader(TokenBinding binding, TokenFormat format) {
    requireFormatPreserving(binding);
    Map<Integer, FormatCipher> ciphers = new HashMap<>();
    Map<Integer, Boolean> enabled = new HashMap<>();
    for (KeyMaterial key : materials(KeyUse.FORMAT_PRESERVING)) {
      enabled.put(key.id(), key.enabled());
      if (key.enabled()) {
        ciphers.put(key.id(), new FormatCipher(key.bytes(), binding, format));
      }
    }
    return new FormatDetokenizer(ciphers, enabled);
  }

  /** The keyset itself, for other Tink libraries: it reverses and forges this partner's tokens. */
  public KeysetHandle keyset(KeyUse use, SecretKeyAccess access) {
    Objects.requireNonNull(access);
    return handle(use);
  }

  private KeyMaterial primary(KeyUse use) {
    return KeyMaterial.of(use, handle(use).getPrimary());
  }

  private List<KeyMaterial> materials(KeyUse use) {
    KeysetHandle handle = handle(use);
    return IntStream.range(0, handle.size())
        .mapToObj(at -> KeyMaterial.of(use, handle.getAt(at)))
        .toList();
  }

  private KeysetHandle handle(KeyUse use) {
    KeysetHandle handle = keysets.get(use);
    if (handle == null) {
      throw new KeyException(
          KeyException.Kind.MISSING,
          "the key " + partner + "/" + use + " is missing; make it with: weir keys create");
    }
    return handle;
  }

  private void requireOwnScope(String scope) {
    if (scope.startsWith("partner:") && !scope.equals("partner:" + partner)) {
      throw new IllegalArgumentException(
          "a token of partner " + partner + " cannot be bound to another partner");
    }
  }

  private static int requirePad(int pad) {
    if (pad < 0 || pad > 1 << 20) {
      throw new IllegalArgumentException("pad must be from 0 to 1048576 bytes, not " + pad);
    }
    return pad;
  }

  /** Names and uses only. */
  @Override
  public String toString() {
    return "PartnerKeys[" + partner + ", " + uses() + "]";
  }
}

package dev.weir.tokenization;

import dev.weir.tokenization.siv.AesSiv;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic tokens that die with their subject's key: AES-SIV under the partner's key of the
 * subject's locator and, behind it, AES-SIV of the value under a key derived from the subject's.
 * The outer layer keeps partners and bindings apart, hides the locator and refuses forgeries, as
 * for every deterministic token; the inner one makes the value depend on the subject's key.
 *
 * <p>The same value of the same subject gives the same token; of another subject, another.
 */
final class ErasableTokenizer implements Tokenizer {

  static final int LOCATOR_BYTES = 16;

  private static final int INNER = LOCATOR_BYTES;
  private static final int FIXED =
      TokenPrefix.LENGTH + AesSiv.OVERHEAD + LOCATOR_BYTES + AesSiv.OVERHEAD;

  private final AesSiv outer;
  private final byte[] binding;
  private final Supplier<@Nullable SubjectKey> subjects;
  private final byte @Nullable [] padded;
  private byte[] sealed = new byte[128];
  private byte[] token;
  private @Nullable SubjectKey subject;
  private @Nullable AesSiv inner;

  /**
   * @param subjects gives the key of the subject whose value is at hand; null: it has none
   * @param pad bytes that each value is padded to; 0 for none
   */
  ErasableTokenizer(
      int keyId,
      byte[] key,
      TokenBinding binding,
      int pad,
      Supplier<@Nullable SubjectKey> subjects) {
    this.binding = binding.erasable();
    this.outer = new AesSiv(key, List.of(this.binding));
    this.subjects = subjects;
    this.padded = pad == 0 ? null : new byte[pad];
    this.token = Arrays.copyOf(TokenPrefix.of(keyId), 128);
  }

  @Override
  public int maxTokenLength(int valueLength) {
    return Base64Url.length(FIXED + (padded == null ? valueLength : padded.length));
  }

  @Override
  public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
    ValuePadding.requireText(value, from, to);
    AesSiv own = inner();
    if (padded == null) {
      return seal(own, value, from, to, out, at);
    }
    ValuePadding.pad(value, from, to, padded);
    return seal(own, padded, 0, padded.length, out, at);
  }

  /** Set up once for each subject in a row. */
  private AesSiv inner() {
    SubjectKey now = subjects.get();
    if (now == null) {
      throw new TokenizationException(
          TokenizationException.Kind.NO_SUBJECT, "the record has no subject");
    }
    AesSiv known = inner;
    if (known == null || now != subject) {
      known = inner(now, binding);
      inner = known;
      subject = now;
      room(LOCATOR_BYTES);
      System.arraycopy(now.locatorBytes(), 0, sealed, 0, LOCATOR_BYTES);
    }
    return known;
  }

  /** The cipher of one subject and binding: its key is two PRF values under the subject's key. */
  static AesSiv inner(SubjectKey subject, byte[] binding) {
    KeyedHash hash = new KeyedHash(subject.bytes(), binding);
    byte[] key = new byte[2 * KeyedHash.LENGTH];
    hash.hash(new byte[] {1}, 0, 1, key, 0);
    hash.hash(new byte[] {2}, 0, 1, key, KeyedHash.LENGTH);
    AesSiv cipher = new AesSiv(key, List.of());
    Arrays.fill(key, (byte) 0);
    return cipher;
  }

  private int seal(AesSiv own, byte[] value, int from, int to, byte[] out, int at) {
    int innerLength = AesSiv.OVERHEAD + to - from;
    room(INNER + innerLength);
    own.seal(value, from, to, sealed, INNER);
    int end = outer.seal(sealed, 0, INNER + innerLength, token, TokenPrefix.LENGTH);
    return Base64Url.encode(token, 0, end, out, at);
  }

  private void room(int length) {
    if (sealed.length < length) {
      sealed = Arrays.copyOf(sealed, length);
    }
    if (token.length < length + TokenPrefix.LENGTH + AesSiv.OVERHEAD) {
      token = Arrays.copyOf(token, length + TokenPrefix.LENGTH + AesSiv.OVERHEAD);
    }
  }
}

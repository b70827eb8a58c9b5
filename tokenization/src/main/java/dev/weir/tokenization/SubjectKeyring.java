package dev.weir.tokenization;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The owner's two keys for all subjects' keys: one by which subjects are named, so that nothing
 * that is kept says whose a key is, and one that wraps their keys. Immutable and safe for many
 * threads; what it makes is confined to one.
 */
public final class SubjectKeyring {

  private static final String SCHEME = "subject-name";

  private final byte[] naming;
  private final int namingId;
  private final Aead wrapping;

  private SubjectKeyring(byte[] naming, int namingId, Aead wrapping) {
    this.naming = naming;
    this.namingId = namingId;
    this.wrapping = wrapping;
  }

  /**
   * The keys in Tink's keysets.
   *
   * @param names HMAC-SHA-256 as a PRF, 32 bytes
   * @param wrapping AES-GCM
   * @throws KeyException if a key is of another kind
   */
  public static SubjectKeyring of(KeysetHandle names, KeysetHandle wrapping) {
    KeyMaterial naming = KeyMaterial.of(KeyUse.RANDOM, names.getPrimary());
    try {
      Aead aead = wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new SubjectKeyring(naming.bytes(), naming.id(), aead);
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED, "the key that wraps subjects' keys is no AES-GCM key");
    }
  }

  /** Names the subjects of a product, for one thread. */
  public ValueNamer namer(String product) {
    return new ValueNamer(naming, LengthPrefixed.encode(TokenBinding.VERSION, SCHEME, product));
  }

  /** By which the naming key is known again; tells nothing of it. */
  public String fingerprint() {
    byte[] label = LengthPrefixed.encode(TokenBinding.VERSION, "fingerprint", SCHEME);
    byte[] given = new byte[KeyedHash.LENGTH];
    new KeyedHash(naming, label).hash(label, 0, 0, given, 0);
    MessageDigest digest = KeyedHash.sha256();
    digest.update(label);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(namingId).array());
    digest.update(given);
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
  }

  /**
   * A subject's key as it is kept outside.
   *
   * @param name of the subject, which the key is bound to
   */
  public WrappedSubjectKey wrap(String name, SubjectKey key) {
    try {
      return new WrappedSubjectKey(name, key.locator(), wrapping.encrypt(key.bytes(), bound(name)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES-GCM", e);
    }
  }

  /**
   * The key again.
   *
   * @throws KeyException if it was not wrapped so, here and for that subject
   */
  public SubjectKey unwrap(WrappedSubjectKey wrapped, SourceValueAccess access) {
    Objects.requireNonNull(access);
    try {
      return SubjectKey.of(wrapping.decrypt(wrapped.wrapped(), bound(wrapped.subject())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          "the key of subject "
              + wrapped.subject()
              + " was changed, or was wrapped under another directory's key");
    }
  }

  private static byte[] bound(String name) {
    byte[] label = LengthPrefixed.encode(TokenBinding.VERSION, "subject-key");
    byte[] utf8 = name.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(label, label.length + utf8.length);
    System.arraycopy(utf8, 0, all, label.length, utf8.length);
    return all;
  }

  /** Without keys. */
  @Override
  public String toString() {
    return "SubjectKeyring[" + fingerprint() + "]";
  }
}

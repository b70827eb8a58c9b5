package dev.weir.tokenization.keys;

import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.seal.PayloadOpener;
import dev.weir.tokenization.seal.SealingKeyset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/**
 * The key pair that dead letters' payloads are sealed with, in a key directory: {@code
 * dead-letters.json}, encrypted like every key, and {@code dead-letters.pub.json}, Tink's JSON form
 * of the public keyset, for the gateway. The gateway needs only the public file: keep the private
 * one off the machines of the stream.
 */
public final class SealingKeys {

  public static final String PUBLIC_FILE = "dead-letters.pub.json";

  static final String PRIVATE_FILE = "dead-letters.json";

  private static final KeyPairFile PAIR =
      new KeyPairFile("dead-letters", SealingKeyset::create, SealingKeyset::registerKinds);

  private SealingKeys() {}

  /**
   * Makes the pair unless it is there, and writes the public file, which can be made again from the
   * private one.
   *
   * @return the public file
   */
  public static Path create(KeyDirectory keys) {
    return PAIR.create(keys);
  }

  /**
   * Writes the public file of the pair that is there.
   *
   * @return the public file
   * @throws KeyException if there is no pair
   */
  public static Path exportPublic(KeyDirectory keys) {
    return PAIR.exportPublic(keys);
  }

  /**
   * Whether a file is the public half, or a copy of it.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isPublic(Path file) throws IOException {
    try {
      var unused =
          TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
              Files.readString(file, StandardCharsets.ISO_8859_1));
      return true;
    } catch (GeneralSecurityException encryptedOrNone) {
      return false;
    }
  }

  /** Whether a file says that it is the private half, be it that nobody can open it. */
  public static boolean isPrivate(Path file) {
    return PAIR.isPrivate(file);
  }

  /**
   * Opens payloads that were sealed to this directory's public key.
   *
   * @throws KeyException if there is no such key
   */
  public static PayloadOpener opener(KeyDirectory keys, SourceValueAccess access) {
    return PayloadOpener.of(PAIR.load(keys), access);
  }

  /**
   * As above, of a private file that was moved to where dead letters are worked, together with the
   * {@code keyring.json} that opens it, by its passphrase or its service.
   *
   * @param passphrase asked for only if one opens it
   * @throws KeyException if one of them is missing or does not open
   */
  public static PayloadOpener opener(
      Path file, Supplier<Passphrase> passphrase, SourceValueAccess access) {
    KeyDirectory keys = KeyDirectory.openAsItSays(file, passphrase);
    return PayloadOpener.of(PAIR.load(keys, file), access);
  }
}

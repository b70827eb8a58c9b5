package dev.weir.tokenization.keys;

import dev.weir.tokenization.sign.Signer;
import dev.weir.tokenization.sign.SigningKeyset;
import java.nio.file.Path;

/**
 * The key pair that commands to a gateway are signed with, in a key directory: {@code
 * control.json}, encrypted like every key, and {@code control.pub.json}, Tink's JSON form of the
 * public keyset, for the gateway. Whoever has the private one governs the gateway: keep it in a
 * directory of its own, off the machines of the stream.
 */
public final class ControlKeys {

  public static final String PUBLIC_FILE = "control.pub.json";

  static final String PRIVATE_FILE = "control.json";

  private static final KeyPairFile PAIR =
      new KeyPairFile("control", SigningKeyset::create, SigningKeyset::registerKinds);

  private ControlKeys() {}

  /**
   * Makes the pair unless it is there, and writes the public file, which can be made again from the
   * private one.
   *
   * @return the public file
   */
  public static Path create(KeyDirectory keys) {
    return PAIR.create(keys);
  }

  /** Whether a file says that it is the private half, be it that nobody can open it. */
  static boolean isPrivate(Path file) {
    return PAIR.isPrivate(file);
  }

  /**
   * Signs with this directory's key.
   *
   * @throws dev.weir.tokenization.KeyException if there is no such key
   */
  public static Signer signer(KeyDirectory keys) {
    return Signer.of(PAIR.load(keys));
  }
}

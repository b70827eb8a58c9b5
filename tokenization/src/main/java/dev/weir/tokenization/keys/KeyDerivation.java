package dev.weir.tokenization.keys;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a passphrase becomes a key: Argon2id (RFC 9106), version 0x13. The bounds are what a file may
 * ask of the machine that reads it, not advice.
 *
 * @param iterations passes over the memory, 1 to 16
 * @param memoryKiB memory, from 8 for each lane to 256 MiB
 * @param parallelism lanes, 1 to 16
 */
record KeyDerivation(int iterations, int memoryKiB, int parallelism) {

  /** The second recommended option of RFC 9106 section 4. */
  static final KeyDerivation RECOMMENDED = new KeyDerivation(3, 64 * 1024, 4);

  /** For tests alone: no defence at all against one who tries passphrases. */
  static final KeyDerivation WEAK_FOR_TESTS = new KeyDerivation(1, 64, 1);

  static final int SALT_BYTES = 16;
  static final int KEY_BYTES = 32;

  KeyDerivation {
    boolean sane =
        within(iterations, 1, 16)
            && within(parallelism, 1, 16)
            && within(memoryKiB, 8 * parallelism, 256 * 1024);
    if (!sane) {
      throw new IllegalArgumentException("Argon2id parameters out of bounds");
    }
  }

  private static boolean within(int value, int from, int to) {
    return from <= value && value <= to;
  }

  static byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  /** The key, for the caller to wipe. */
  byte[] derive(Passphrase passphrase, byte[] salt) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withIterations(iterations)
            .withMemoryAsKB(memoryKiB)
            .withParallelism(parallelism)
            .withSalt(salt)
            .build());
    byte[] key = new byte[KEY_BYTES];
    argon2.generateBytes(passphrase.bytes(), key);
    return key;
  }
}

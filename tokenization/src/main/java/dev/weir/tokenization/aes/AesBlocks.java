package dev.weir.tokenization.aes;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES under one key, set up once and then used for many values. Both modes start afresh after each
 * {@code doFinal}, so nothing of one value reaches the next. Confined to one thread.
 */
public final class AesBlocks {

  /** Bytes of a block. */
  public static final int BLOCK = 16;

  private final Cipher cipher;

  private AesBlocks(Cipher cipher) {
    this.cipher = cipher;
  }

  /** Each block for itself: for counter blocks, which never repeat under one value's SIV. */
  public static AesBlocks ecb(byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return new AesBlocks(cipher);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES", e);
    }
  }

  /** A chain that starts from a block of zeros: all of CMAC but its subkeys. */
  public static AesBlocks chained(byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      IvParameterSpec zeros = new IvParameterSpec(new byte[BLOCK]);
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), zeros);
      return new AesBlocks(cipher);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES", e);
    }
  }

  /** Encrypts whole blocks; the two arrays must differ, or the JCE makes a copy. */
  public void encrypt(byte[] in, int length, byte[] out) {
    try {
      cipher.doFinal(in, 0, length, out, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES failed on whole blocks", e);
    }
  }
}

package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.sign.Signer;
import dev.weir.tokenization.sign.SigningKeyset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key pair that commands to a gateway are signed with, in a key directory: {@code
 * control.json}, encrypted like every key, and {@code control.pub.json}, Tink's JSON form of the
 * public keyset, for the gateway. Whoever has the private one governs the gateway: keep it in a
 * directory of its own, off the machines of the stream.
 */
public final class ControlKeys {

  public static final String PUBLIC_FILE = "control.pub.json";

  private static final String PRIVATE_FILE = "control.json";
  private static final String OWNER = "gateway";
  private static final String USE = "control";

  private ControlKeys() {}

  /**
   * Makes the pair unless it is there, and writes the public file, which can be made again from the
   * private one.
   *
   * @return the public file
   */
  public static Path create(KeyDirectory keys) {
    Path file = keys.directory().resolve(PRIVATE_FILE);
    Path publicFile = keys.directory().resolve(PUBLIC_FILE);
    try (DirectoryLock lock = DirectoryLock.take(keys.directory())) {
      if (!Files.exists(file)) {
        keys.store(file, OWNER, USE, SigningKeyset.create());
      }
      PrivateFile.write(publicFile, publicJson(load(keys)), "rw-r--r--");
    }
    return publicFile;
  }

  /**
   * Signs with this directory's key.
   *
   * @throws dev.weir.tokenization.KeyException if there is no such key
   */
  public static Signer signer(KeyDirectory keys) {
    return Signer.of(load(keys));
  }

  private static KeysetHandle load(KeyDirectory keys) {
    SigningKeyset.registerKinds();
    Path file = keys.directory().resolve(PRIVATE_FILE);
    return keys.load(file, OWNER, USE).handle(file);
  }

  private static byte[] publicJson(KeysetHandle keyset) {
    try {
      String json =
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset.getPublicKeysetHandle());
      return json.getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not write a public keyset");
    }
  }
}

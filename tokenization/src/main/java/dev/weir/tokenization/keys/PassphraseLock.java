package dev.weir.tokenization.keys;

import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import java.nio.file.Path;

/**
 * A keyring under a passphrase.
 *
 * @param derivation for a new one
 */
record PassphraseLock(Passphrase passphrase, KeyDerivation derivation) implements KeyringLock {

  @Override
  public byte[] secret() {
    return passphrase.bytes();
  }

  @Override
  public byte[] create() {
    return StrictJson.write(KeyringFile.create(passphrase, derivation));
  }

  @Override
  public Aead open(Path keyring, byte[] content) {
    if (StrictJson.has(keyring, content, KeyServiceKeyring.SERVICE)) {
      String service = StrictJson.read(keyring, content, KeyServiceKeyring.class).service();
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          keyring
              + " is encrypted by "
              + service
              + ", and not under a passphrase; name the directory as "
              + new KeyServiceUri(service, String.valueOf(keyring.getParent())));
    }
    return StrictJson.read(keyring, content, KeyringFile.class).open(keyring, passphrase);
  }
}

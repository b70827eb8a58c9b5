package dev.weir.tokenization.keys;

import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A keyring that a key management service opens. The service is the one that was named beside the
 * directory, never the one that a file in it names: who can write there could name his own.
 *
 * @param service address of the service's key
 */
record ServiceLock(String service) implements KeyringLock {

  @Override
  public byte[] secret() {
    return service.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] create() {
    return StrictJson.write(KeyServiceKeyring.create(service, KeyServices.aead(service)));
  }

  @Override
  public Aead open(Path keyring, byte[] content) {
    if (!StrictJson.has(keyring, content, KeyServiceKeyring.SERVICE)) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          keyring + " is under a passphrase, and not encrypted by a service; name file:DIR");
    }
    KeyServiceKeyring file = StrictJson.read(keyring, content, KeyServiceKeyring.class);
    if (!file.service().equals(service)) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          keyring + " is encrypted by " + file.service() + ", and not by " + service);
    }
    return file.open(keyring, KeyServices.aead(service));
  }
}

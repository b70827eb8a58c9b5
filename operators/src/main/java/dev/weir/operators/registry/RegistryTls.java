package dev.weir.operators.registry;

import dev.weir.config.problem.FailureWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Trust and key of a TLS connection, where the platform's own are not meant. */
final class RegistryTls {

  private final RegistrySettings settings;

  RegistryTls(RegistrySettings settings) {
    this.settings = settings;
  }

  /**
   * @return null if no store is set
   * @throws RegistryException if a store cannot be read
   */
  @Nullable SSLContext context() {
    boolean plain =
        settings.property("ssl.truststore.location") == null
            && settings.property("ssl.keystore.location") == null;
    try {
      return plain ? null : made();
    } catch (GeneralSecurityException | IOException bad) {
      throw new RegistryException(
          "the key store or trust store of schemaRegistry cannot be read ("
              + FailureWords.of(bad)
              + "). Check ssl.truststore and ssl.keystore: location, password and type",
          false);
    }
  }

  private SSLContext made() throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), trust(), null);
    return context;
  }

  private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
    KeyStore store = store("ssl.truststore");
    if (store == null) {
      return null;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
    KeyStore store = store("ssl.keystore");
    if (store == null) {
      return null;
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    char[] ofKey = password("ssl.key.password");
    factory.init(store, ofKey == null ? password("ssl.keystore.password") : ofKey);
    return factory.getKeyManagers();
  }

  private @Nullable KeyStore store(String kind) throws GeneralSecurityException, IOException {
    String location = settings.property(kind + ".location");
    if (location == null) {
      return null;
    }
    String type = settings.property(kind + ".type");
    KeyStore store = KeyStore.getInstance(type == null ? "PKCS12" : type);
    try (InputStream in = Files.newInputStream(Path.of(location))) {
      store.load(in, password(kind + ".password"));
    }
    return store;
  }

  private char @Nullable [] password(String property) {
    String password = settings.property(property);
    return password == null ? null : password.toCharArray();
  }
}

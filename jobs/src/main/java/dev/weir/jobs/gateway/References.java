package dev.weir.jobs.gateway;

import dev.weir.config.document.Document;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.SecretRef;
import dev.weir.config.gateway.Setting;
import dev.weir.jobs.kafka.SecretReference;
import dev.weir.tokenization.keys.PassphraseReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a gateway refers to. Files are relative to its own, and named whole for other machines. */
record References(Document<Gateway> document) {

  Path path(String named) {
    return document.resolve(named).toAbsolutePath().normalize();
  }

  /** Properties of a client, secrets as {@link SecretReference}s. */
  Map<String, String> properties(Map<String, Setting> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach((name, setting) -> properties.put(name, value(setting)));
    return properties;
  }

  private String value(Setting setting) {
    if (setting instanceof Setting.Secret secret) {
      return secret(secret.reference());
    }
    return ((Setting.Plain) setting).value();
  }

  private String secret(SecretRef reference) {
    if (reference instanceof SecretRef.File file) {
      return SecretReference.file(path(file.path()).toString());
    }
    return SecretReference.environment(((SecretRef.Env) reference).name());
  }

  /** Where the keys' passphrase is. */
  PassphraseReference passphrase(@Nullable SecretRef reference) {
    if (reference instanceof SecretRef.File file) {
      return new PassphraseReference.File(path(file.path()).toString());
    }
    return reference instanceof SecretRef.Env env
        ? new PassphraseReference.Environment(env.name())
        : PassphraseReference.standard();
  }
}

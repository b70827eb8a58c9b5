package dev.weir.jobs.gateway;

import dev.weir.jobs.kafka.SecretReference;
import dev.weir.operators.format.RegistrySource;
import dev.weir.operators.registry.HttpSchemaRegistry;
import dev.weir.operators.registry.RegistrySettings;
import dev.weir.operators.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * The registry of a gateway, opened on the machine that asks it.
 *
 * @param properties secrets as {@link SecretReference}s
 */
record GatewayRegistry(String url, Map<String, String> properties) implements RegistrySource {

  GatewayRegistry {
    properties = new HashMap<>(properties);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the settings are wrong; names the property
   * @throws org.apache.kafka.common.config.ConfigException if a secret is not where it should be
   */
  @Override
  public SchemaRegistry open() {
    return new HttpSchemaRegistry(RegistrySettings.of(url, SecretReference.resolved(properties)));
  }

  /** Names only. */
  @Override
  public String toString() {
    return "GatewayRegistry[" + properties.keySet() + "]";
  }
}

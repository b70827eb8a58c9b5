package dev.weir.jobs.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigTransformer;

/**
 * Secrets by reference in Kafka's own way ({@code config.providers}): a client resolves them when
 * it is made, on the machine where it runs, so that no secret stands in a job graph.
 */
public final class SecretReference {

  private static final String PROVIDER = "weir";

  private SecretReference() {}

  /** The value of an environment variable. */
  public static String environment(String name) {
    return "${" + PROVIDER + ":env:" + name + "}";
  }

  /** The content of a file, without one line end at its end. */
  public static String file(String path) {
    return "${" + PROVIDER + ":file:" + path + "}";
  }

  /**
   * The same properties with the secrets in place of the references, for a client that is not
   * Kafka's.
   *
   * @throws org.apache.kafka.common.config.ConfigException if one is not there; says which
   */
  public static Map<String, String> resolved(Map<String, String> properties) {
    try (SecretConfigProvider secrets = new SecretConfigProvider()) {
      return new ConfigTransformer(Map.of(PROVIDER, secrets)).transform(properties).data();
    }
  }

  /** Makes a client resolve them. */
  static void resolveWith(Properties client) {
    client.setProperty("config.providers", PROVIDER);
    client.setProperty(
        "config.providers." + PROVIDER + ".class", SecretConfigProvider.class.getName());
  }
}

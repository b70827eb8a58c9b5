package dev.weir.jobs.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigTransformer;

/**
 * Secrets by reference in Kafka's own way ({@code config.providers}): a client resolves them when
 * it is made, on the machine where it runs, so that no secret stands in a job graph.
 */
public final class SecretReference {

  private static final String PROVIDER = "weir";
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{" + PROVIDER + ":(env|file):([^}]*)}");

  private SecretReference() {}

  /** The value of an environment variable. */
  public static String environment(String name) {
    return "${" + PROVIDER + ":env:" + name + "}";
  }

  /** The content of a file, without one line end at its end. */
  public static String file(String path) {
    return "${" + PROVIDER + ":file:" + path + "}";
  }

  /** The environment variable that a value refers to; empty if it refers to none. */
  public static Optional<String> variable(String value) {
    return named("env", value);
  }

  /** The file that a value refers to; empty if it refers to none. */
  public static Optional<String> path(String value) {
    return named("file", value);
  }

  private static Optional<String> named(String kind, String value) {
    Matcher reference = REFERENCE.matcher(value);
    return reference.matches() && kind.equals(reference.group(1))
        ? Optional.of(reference.group(2))
        : Optional.empty();
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

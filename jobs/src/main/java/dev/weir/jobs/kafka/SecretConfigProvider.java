package dev.weir.jobs.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/** Reads what {@link SecretReference} names. Kafka makes it by its name. */
public final class SecretConfigProvider implements ConfigProvider {

  @Override
  public ConfigData get(String kind) {
    return new ConfigData(Map.of());
  }

  @Override
  public ConfigData get(String kind, Set<String> names) {
    Map<String, String> secrets = new HashMap<>();
    names.forEach(name -> secrets.put(name, kind.equals("env") ? environment(name) : file(name)));
    return new ConfigData(secrets);
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new ConfigException("the environment variable " + name + " is not set");
    }
    return value;
  }

  private static String file(String path) {
    try {
      return Files.readString(Path.of(path)).replaceFirst("\r?\n\\z", "");
    } catch (IOException unreadable) {
      throw new ConfigException("the file " + path + " cannot be read");
    }
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}

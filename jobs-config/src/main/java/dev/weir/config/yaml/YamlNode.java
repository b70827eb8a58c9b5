package dev.weir.config.yaml;

import dev.weir.config.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a YAML file, with its place. */
public sealed interface YamlNode {

  Location location();

  /** A mapping; keys are strings, in the file's order. */
  record YamlMap(Location location, Map<String, Entry> entries) implements YamlNode {
    public YamlMap {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public @Nullable YamlNode get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /** A key and what stands under it. */
  record Entry(Location keyLocation, YamlNode value) {

    /** The same key with something else under it. */
    public Entry holding(YamlNode other) {
      return new Entry(keyLocation, other);
    }
  }

  /** A sequence. */
  record YamlList(Location location, List<YamlNode> items) implements YamlNode {
    public YamlList {
      items = List.copyOf(items);
    }
  }

  /**
   * A single value.
   *
   * @param text as written, quotes and escapes resolved
   */
  record YamlScalar(Location location, Kind kind, String text) implements YamlNode {

    public static YamlScalar text(Location location, String text) {
      return new YamlScalar(location, Kind.STRING, text);
    }
  }

  /** What a scalar is by the core schema. */
  enum Kind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL
  }
}

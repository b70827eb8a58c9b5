package dev.weir.local.draft.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.draft.values.ValueKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What objects at one place hold. Where the names in them are data, as in a map by e-mail address,
 * none is kept: a name would show a value of the sample.
 */
final class ObjectCounts {

  private static final int MOST_NAMES = 500;
  private static final int LONGEST_NAME = 100;
  private static final Pattern DATA = Pattern.compile("[\\p{N}\\p{P}\\p{S}\\s]*|\\d{4}-\\d{2}.*");

  private final boolean text;
  private final Map<String, FieldCounts> fields = new LinkedHashMap<>();
  private long objects;
  private long unnamed;

  ObjectCounts(boolean text) {
    this.text = text;
  }

  void add(JsonNode object) {
    objects++;
    object.properties().forEach(member -> add(member.getKey(), member.getValue()));
  }

  private void add(String name, JsonNode value) {
    FieldCounts known = fields.get(name);
    if (known == null && (looksLikeData(name) || fields.size() >= MOST_NAMES)) {
      unnamed++;
    } else {
      fields.computeIfAbsent(name, unseen -> new FieldCounts(name, text)).add(value);
    }
  }

  /** Whether a name is rather somebody's address or a day than what a field is called. */
  static boolean looksLikeData(String name) {
    return name.length() > LONGEST_NAME
        || DATA.matcher(name).matches()
        || name.chars().anyMatch(Character::isISOControl)
        || ValueKind.names(name);
  }

  long objects() {
    return objects;
  }

  /** How often a name was not kept. */
  long unnamed() {
    return unnamed;
  }

  Map<String, FieldCounts> fields() {
    return fields;
  }

  /**
   * Whether it is a map rather than a record: names that look like values, more of them than a
   * record has, or many of which each object holds few.
   */
  boolean isMap() {
    long present = fields.values().stream().mapToLong(FieldCounts::present).sum();
    boolean sparse = fields.size() >= 8 && present * 3 < objects * fields.size();
    return unnamed > 0 || sparse;
  }
}

package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A block of keys that is read as a record: a key for each component, which must be there unless
 * the component may be null or something else is said to hold.
 */
public final class Block<R> implements Form<R> {

  static final String UNKNOWN = "The language has no such key here";

  private final RecordShape<R> shape;
  private final Map<String, Key> keys;
  private final Set<String> besides;

  private Block(RecordShape<R> shape, Map<String, Key> keys, Set<String> besides) {
    this.shape = shape;
    this.keys = keys;
    this.besides = besides;
  }

  /** Each component under its own name, in the form that its type suggests. */
  public static <R extends Record> Block<R> of(Class<R> type) {
    RecordShape<R> shape = new RecordShape<>(type);
    return new Block<>(shape, shape.keys(), Set.of());
  }

  /** The component is read by this form. */
  public Block<R> with(String component, Form<?> form) {
    return change(component, key -> key.form(form));
  }

  /** The component is written under another key. */
  public Block<R> named(String component, String key) {
    return change(component, old -> old.named(key));
  }

  /** The component may be left out; then this holds. */
  public Block<R> orElse(String component, Object value) {
    return change(component, key -> key.orElse(value));
  }

  /** The component must be there; where it is faulty, the rest can be judged with this. */
  public Block<R> placeholder(String component, Object value) {
    return change(component, key -> key.placeholder(value));
  }

  /** These keys may stand there too; nothing is read of them. */
  public Block<R> besides(Collection<String> others) {
    return new Block<>(shape, keys, Set.copyOf(others));
  }

  /** What reads this block has read this key already. */
  Block<R> decidedBy(String key) {
    return besides(Set.of(key));
  }

  private Block<R> change(String component, UnaryOperator<Key> change) {
    Map<String, Key> changed = new LinkedHashMap<>(keys);
    if (changed.computeIfPresent(component, (name, key) -> change.apply(key)) == null) {
      throw new IllegalArgumentException("no component " + component + " in " + shape);
    }
    return new Block<>(shape, Collections.unmodifiableMap(changed), besides);
  }

  @Override
  public Optional<R> read(Part part) {
    if (!(part.node() instanceof YamlMap map)) {
      part.wrongType(asked());
      return Optional.empty();
    }
    Set<String> known = known();
    map.entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                Spelling.unknown(part, known, name, entry, UNKNOWN);
              }
            });
    List<@Nullable Object> values = new ArrayList<>();
    boolean whole = true;
    for (Key key : keys.values()) {
      Optional<?> value = value(part, map, key);
      values.add(value.orElse(null));
      whole &= value.isPresent() || !key.required();
    }
    return whole ? Optional.of(shape.make(values)) : Optional.empty();
  }

  @Override
  public YamlNode meant(Part part) {
    if (!(part.node() instanceof YamlMap map)) {
      return part.node();
    }
    Map<String, Entry> entries =
        new LinkedHashMap<>(Spelling.keys(part, map, known(), names(), UNKNOWN).entries());
    for (Key key : keys.values()) {
      entries.computeIfPresent(
          key.name(),
          (name, entry) -> entry.holding(key.form().meant(part.below(name, entry.value()))));
    }
    return new YamlMap(map.location(), entries);
  }

  private static Optional<?> value(Part part, YamlMap map, Key key) {
    if (map.get(key.name()) != null) {
      Optional<?> value = key.form().read(part.key(key.name()));
      return value.isPresent() ? value : Optional.ofNullable(key.placeholder());
    } else if (key.required()) {
      String mend = "Write " + key.name() + ": " + key.form().asked();
      part.note(BindRule.MISSING_KEY, "The key " + key.name() + " is missing", mend);
      return Optional.ofNullable(key.placeholder());
    }
    return Optional.ofNullable(key.otherwise());
  }

  /** All that may stand there. */
  Set<String> known() {
    Set<String> known = names();
    known.addAll(besides);
    return known;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    keys.values().forEach(key -> names.add(key.name()));
    return names;
  }

  @Override
  public String asked() {
    return "a block with " + String.join(", ", names());
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.type("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Key key : keys.values()) {
      properties.set(key.name(), key.form().schema());
      if (key.required()) {
        required.add(key.name());
      }
    }
    return schema.put("additionalProperties", false);
  }

  /** The schema of this block where a key that decides has this word. */
  ObjectNode schemaWith(String key, String word) {
    ObjectNode schema = schema();
    schema.withObjectProperty("properties").putObject(key).put("const", word);
    schema.withArrayProperty("required").insert(0, key);
    return schema;
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    for (Key key : keys.values()) {
      String below = term + "." + key.name();
      if (enter.test(below)) {
        key.form().terms(below, enter);
      }
    }
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    if (part.node() instanceof YamlMap map) {
      keys.values().forEach(key -> used(part, map, key, term + "." + key.name(), enter));
    }
  }

  private static void used(Part part, YamlMap map, Key key, String term, TermVisitor enter) {
    Entry entry = map.entries().get(key.name());
    if (entry != null && enter.enter(term, entry.keyLocation(), part.path().key(key.name()))) {
      key.form().used(part.key(key.name()), term, enter);
    }
  }
}

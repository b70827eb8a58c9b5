package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One of several: a word or another scalar, a list, or a block that one key tells from the others.
 *
 * @param what it is, in words
 * @param scalar what a single value is read by; null: none may stand here
 * @param list what a list is read by; null: none may stand here
 * @param blocks by the key that tells them
 */
public record Choice<T>(
    String what,
    @Nullable Form<? extends T> scalar,
    @Nullable Form<? extends T> list,
    Map<String, Form<? extends T>> blocks)
    implements Form<T> {
  public Choice {
    blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
  }

  @Override
  public Optional<T> read(Part part) {
    Form<? extends T> form = form(part);
    if (form == null) {
      unknown(part);
      return Optional.empty();
    }
    return form.read(part).map(value -> value);
  }

  @Override
  public YamlNode meant(Part part) {
    Part right = part;
    if (form(part) == null && part.node() instanceof YamlMap map) {
      right = part.holding(Spelling.keys(part, map, names(), blocks.keySet(), message()));
    }
    Form<? extends T> form = form(right);
    return form == null ? right.node() : form.meant(right);
  }

  private @Nullable Form<? extends T> form(Part part) {
    if (part.node() instanceof YamlMap map) {
      return blocks.keySet().stream()
          .filter(map.entries()::containsKey)
          .findFirst()
          .map(blocks::get)
          .orElse(null);
    }
    return part.node() instanceof YamlList ? list : scalar;
  }

  private void unknown(Part part) {
    if (part.node() instanceof YamlMap map && !map.entries().isEmpty()) {
      map.entries().forEach((key, entry) -> unknown(part, key, entry));
    } else {
      part.wrongType(what + ": " + String.join(", ", names()));
    }
  }

  private void unknown(Part part, String key, Entry entry) {
    if (scalar instanceof Words<?> words && words.words().containsKey(key)) {
      String mend = "Write " + key + " in the place of the block";
      Spelling.unknown(part, key, entry, "This word stands alone, without a value", mend);
    } else {
      Spelling.unknown(part, names(), key, entry, message());
    }
  }

  private String message() {
    return "This key does not say " + what;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(blocks.keySet());
    if (scalar instanceof Words<?> words) {
      names.addAll(words.words().keySet());
    }
    return names;
  }

  @Override
  public String asked() {
    return what;
  }

  @Override
  public ObjectNode schema() {
    List<ObjectNode> schemas = new ArrayList<>();
    forms().forEach(form -> schemas.add(form.schema()));
    return Json.any(schemas);
  }

  private List<Form<? extends T>> forms() {
    List<Form<? extends T>> forms = new ArrayList<>();
    if (scalar != null) {
      forms.add(scalar);
    }
    if (list != null) {
      forms.add(list);
    }
    forms.addAll(new LinkedHashSet<>(blocks.values()));
    return forms;
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    forms().forEach(form -> form.terms(term, enter));
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    Form<? extends T> form = form(part);
    if (form != null) {
      form.used(part, term, enter);
    }
  }
}

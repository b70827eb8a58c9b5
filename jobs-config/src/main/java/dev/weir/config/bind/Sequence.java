package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A list, each item of one form and there once. What cannot be read is left out of the value.
 *
 * @param least how many there must be
 */
public record Sequence<T>(Form<T> item, int least) implements Form<List<T>> {

  @Override
  public Optional<List<T>> read(Part part) {
    if (!(part.node() instanceof YamlList list)) {
      part.wrongType(asked());
      return Optional.empty();
    }
    if (list.items().size() < least) {
      String mend = least == 1 ? "Write at least one entry" : "Write at least " + least;
      part.note(BindRule.EMPTY, "The list has " + list.items().size() + " entries", mend);
    }
    return Optional.of(items(part, list));
  }

  private List<T> items(Part part, YamlList list) {
    List<T> values = new ArrayList<>();
    Set<T> seen = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      Part at = part.item(i, list.items().get(i));
      Optional<T> value = item.read(at);
      if (value.isPresent() && !seen.add(value.get())) {
        at.note(BindRule.DUPLICATE, "This entry stands in the list already", "Leave one of them");
      } else {
        value.ifPresent(values::add);
      }
    }
    return values;
  }

  @Override
  public String asked() {
    return "a list of " + item.asked();
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.type("array").put("minItems", least).put("uniqueItems", true);
    schema.set("items", item.schema());
    return schema;
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    item.terms(term + "[]", enter);
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    if (part.node() instanceof YamlList list) {
      for (int i = 0; i < list.items().size(); i++) {
        item.used(part.item(i, list.items().get(i)), term + "[]", enter);
      }
    }
  }
}

package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list, each item of one form and there once.
 *
 * @param least how many there must be
 * @param unread stands in the value for an item that cannot be read, so that those behind it keep
 *     their places; null: it is left out
 */
public record Sequence<T>(Form<T> item, int least, @Nullable T unread) implements Form<List<T>> {

  public Sequence(Form<T> item, int least) {
    this(item, least, null);
  }

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

  @Override
  public YamlNode meant(Part part) {
    if (!(part.node() instanceof YamlList list)) {
      return part.node();
    }
    List<YamlNode> items = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      items.add(item.meant(part.item(i, list.items().get(i))));
    }
    return new YamlList(list.location(), items);
  }

  private List<T> items(Part part, YamlList list) {
    List<T> values = new ArrayList<>();
    Set<T> seen = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      Part at = part.item(i, list.items().get(i));
      Optional<T> value = item.read(at);
      Optional<T> fresh = value.filter(seen::add);
      if (value.isPresent() && fresh.isEmpty()) {
        at.note(BindRule.DUPLICATE, "This entry stands in the list already", "Leave one of them");
      }
      fresh.or(() -> Optional.ofNullable(unread)).ifPresent(values::add);
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

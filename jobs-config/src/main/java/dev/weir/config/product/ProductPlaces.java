package dev.weir.config.product;

import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import org.jspecify.annotations.Nullable;

/** Where the fields of a product stand in its file. */
public final class ProductPlaces {

  private ProductPlaces() {}

  /**
   * The field's place. Of a field that is not declared, the nearest declared one around it; of an
   * object that is not declared, the whole document.
   *
   * @param root the product's file
   * @param object the name of the schema object
   */
  public static DocumentPath of(YamlNode root, String object, FieldPath field) {
    Place place = new Place(root, DocumentPath.ROOT).named("schema", object);
    for (Segment segment : field.segments()) {
      place = place.named("properties", segment.name());
      place = segment.items() ? place.items() : place;
    }
    return place.path();
  }

  /**
   * A part that was reached.
   *
   * @param node null: from here on nothing is declared, and the path stays
   */
  private record Place(@Nullable YamlNode node, DocumentPath path) {

    /** The part of a list under a key that has this name. */
    Place named(String key, String name) {
      if (under(key) instanceof YamlList list) {
        for (int i = 0; i < list.items().size(); i++) {
          YamlNode item = list.items().get(i);
          if (item instanceof YamlMap map
              && map.get("name") instanceof YamlScalar scalar
              && scalar.text().equals(name)) {
            return new Place(item, path.key(key).item(i));
          }
        }
      }
      return new Place(null, path);
    }

    Place items() {
      YamlNode items = under("items");
      return new Place(items, items == null ? path : path.key("items"));
    }

    private @Nullable YamlNode under(String key) {
      return node instanceof YamlMap map ? map.get(key) : null;
    }
  }
}

package dev.weir.local.draft;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.values.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one schema object of a contract, and the part of the file in which each stands. */
final class ContractFields {

  private final Map<FieldPath, YamlMap> places = new LinkedHashMap<>();
  private final DraftObject object;

  private ContractFields(YamlMap table) {
    object = new DraftObject(text(table, "name"), fields(table, null));
  }

  /** Of every schema object, in the file's order. */
  static List<ContractFields> of(YamlNode root) {
    return maps(root instanceof YamlMap map ? map.get("schema") : null).stream()
        .map(ContractFields::new)
        .toList();
  }

  DraftObject object() {
    return object;
  }

  /** Where each field stands. */
  Map<FieldPath, YamlMap> places() {
    return places;
  }

  private List<DraftField> fields(YamlMap map, @Nullable FieldPath above) {
    List<DraftField> fields = new ArrayList<>();
    for (YamlMap field : maps(map.get("properties"))) {
      String name = text(field, "name");
      FieldPath path = above == null ? FieldPath.of(name) : above.then(name);
      places.put(path, field);
      fields.add(field(field, name, path));
    }
    return fields;
  }

  private DraftField field(YamlMap map, String name, FieldPath path) {
    boolean inArray = path.segments().get(path.segments().size() - 1).items();
    YamlMap items = map.get("items") instanceof YamlMap each ? each : null;
    List<DraftField> below = fields(map, path);
    return new DraftField(
        name,
        type(map, below, items),
        null,
        isTrue(map, "required"),
        null,
        role(map),
        isTrue(map, "unique") || isTrue(map, "primaryKey") ? Evidence.UNIQUE : Evidence.NONE,
        below,
        items == null || inArray ? null : field(items, name, path.eachItem()));
  }

  private static @Nullable LogicalType type(
      YamlMap map, List<DraftField> below, @Nullable YamlMap items) {
    LogicalType written = LogicalType.ofWord(text(map, "logicalType")).orElse(null);
    if (written != null) {
      return written;
    } else if (!below.isEmpty()) {
      return LogicalType.OBJECT;
    }
    return items == null ? null : LogicalType.ARRAY;
  }

  private static @Nullable PrivacyRole role(YamlMap map) {
    return maps(map.get("customProperties")).stream()
        .filter(custom -> text(custom, "property").equals("privacyRole"))
        .flatMap(custom -> PrivacyRole.ofWord(text(custom, "value")).stream())
        .findFirst()
        .orElse(null);
  }

  /** Whether somebody, or this, has proposed a role for it before. */
  static boolean proposed(YamlMap map) {
    return maps(map.get("customProperties")).stream()
        .anyMatch(custom -> text(custom, "property").equals(Undecided.PROPERTY));
  }

  private static List<YamlMap> maps(@Nullable YamlNode node) {
    return node instanceof YamlList list
        ? list.items().stream().filter(YamlMap.class::isInstance).map(YamlMap.class::cast).toList()
        : List.of();
  }

  private static String text(YamlMap map, String key) {
    return map.get(key) instanceof YamlScalar scalar ? scalar.text() : "";
  }

  private static boolean isTrue(YamlMap map, String key) {
    return text(map, key).equalsIgnoreCase("true");
  }
}

package dev.weir.local.draft;

import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a contract says with proposals what it said without, whatever its style is. */
final class SameContract {

  private static final String CUSTOM = "customProperties";

  private SameContract() {}

  /** Whether the two differ in proposals alone. */
  static boolean of(@Nullable YamlNode before, @Nullable YamlNode after) {
    if (before instanceof YamlMap one && after instanceof YamlMap other) {
      return maps(one, other);
    } else if (before instanceof YamlList one && after instanceof YamlList other) {
      return lists(one.items(), other.items());
    } else if (before instanceof YamlScalar one && after instanceof YamlScalar other) {
      return one.kind() == other.kind() && one.text().equals(other.text());
    }
    return before == null && after == null;
  }

  private static boolean maps(YamlMap one, YamlMap other) {
    Set<String> keys = new HashSet<>(one.entries().keySet());
    keys.addAll(other.entries().keySet());
    return keys.stream().allMatch(key -> under(key, one.get(key), other.get(key)));
  }

  private static boolean under(String key, @Nullable YamlNode one, @Nullable YamlNode other) {
    if (key.equals(CUSTOM) && other instanceof YamlList list) {
      List<YamlNode> left = without(list);
      List<YamlNode> was = one instanceof YamlList had ? without(had) : List.of();
      return lists(was, left);
    }
    return of(one, other);
  }

  private static List<YamlNode> without(YamlList customs) {
    List<YamlNode> left = new ArrayList<>(customs.items());
    left.removeIf(
        custom ->
            custom instanceof YamlMap map
                && map.get("property") instanceof YamlScalar scalar
                && scalar.text().equals(Undecided.PROPERTY));
    return left;
  }

  private static boolean lists(List<YamlNode> one, List<YamlNode> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = of(one.get(i), other.get(i));
    }
    return same;
  }
}

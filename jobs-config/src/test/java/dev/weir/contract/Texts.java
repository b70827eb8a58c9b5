package dev.weir.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every text of a tree of maps and lists, by its place: keys and indexes joined by slashes. */
final class Texts {

  /** What becomes of the text at a place. */
  @FunctionalInterface
  interface Change {
    String at(String place, String text);
  }

  private final Change change;

  private Texts(Change change) {
    this.change = change;
  }

  /** The same tree, with other texts. */
  static Object changed(Object tree, Change change) {
    return new Texts(change).walk("", tree);
  }

  /** The places, in order. */
  static List<String> places(Object tree) {
    List<String> places = new ArrayList<>();
    changed(
        tree,
        (place, text) -> {
          places.add(place);
          return text;
        });
    return places;
  }

  private Object walk(String place, Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> changed = new LinkedHashMap<>();
      map.forEach((key, value) -> changed.put(key, walk(place + "/" + key, value)));
      return changed;
    } else if (node instanceof List<?> list) {
      List<Object> changed = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        changed.add(walk(place + "/" + i, list.get(i)));
      }
      return changed;
    }
    return node instanceof String text ? change.at(place, text) : node;
  }
}

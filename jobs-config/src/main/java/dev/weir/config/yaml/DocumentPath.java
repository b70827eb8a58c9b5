package dev.weir.config.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from a document's root to a part of it.
 *
 * @param steps keys and positions, from the root
 */
public record DocumentPath(List<Step> steps) {

  /** The whole document. */
  public static final DocumentPath ROOT = new DocumentPath(List.of());

  /** One step down. */
  public sealed interface Step {}

  /** Into a mapping. */
  public record Key(String name) implements Step {}

  /** Into a sequence, from 0. */
  public record Item(int index) implements Step {}

  public DocumentPath {
    steps = List.copyOf(steps);
  }

  /** The value under a key. */
  public DocumentPath key(String name) {
    return then(new Key(name));
  }

  /** The value at a position. */
  public DocumentPath item(int index) {
    return then(new Item(index));
  }

  private DocumentPath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new DocumentPath(longer);
  }

  /** As problems show it: {@code releases[0].fields.email}; empty for the whole document. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Key key) {
        text.append(text.isEmpty() ? "" : ".").append(key.name());
      } else if (step instanceof Item item) {
        text.append('[').append(item.index()).append(']');
      }
    }
    return text.toString();
  }
}

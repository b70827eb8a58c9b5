package dev.weir.operators.decode.avro;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a writer's schema, by the schema's id: the thousand that were used last, so
 * that a stream of ids that nobody registered fills no memory. Confined to one thread.
 */
public final class RecentById<V> {

  private static final int KEPT = 1000;

  private final Map<Integer, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int lastId;
  private @Nullable V last;

  /** What was put under the id; null if nothing was, or it was too long ago. */
  public @Nullable V get(int id) {
    if (last == null || id != lastId) {
      last = kept.get(id);
      lastId = id;
    }
    return last;
  }

  public void put(int id, V value) {
    kept.put(id, value);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    last = value;
    lastId = id;
  }

  int size() {
    return kept.size();
  }
}

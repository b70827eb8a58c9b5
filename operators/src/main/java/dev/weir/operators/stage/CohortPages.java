package dev.weir.operators.stage;

import dev.weir.privacy.cohort.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the current region in Flink's state: of each kind, which a key's first letter tells,
 * a map of its own, so that few are read where one kind is looked through. RocksDB alone keeps
 * them: it orders keys of one length by their bytes, and knows equal ones apart from their arrays.
 */
final class CohortPages implements Pages {

  /** As {@code dev.weir.privacy.cohort} begins its keys; for ever. */
  private static final String KINDS = "mcwse";

  private static final byte WAITING = 'w';

  private final List<MapState<byte[], byte[]>> kinds = new ArrayList<>();

  CohortPages(RuntimeContext context) {
    for (char kind : KINDS.toCharArray()) {
      kinds.add(context.getMapState(descriptor(kind)));
    }
  }

  /** Forgets all pages of all kinds. */
  void clear() {
    kinds.forEach(MapState::clear);
  }

  /** Forgets the rows that wait: how many. */
  int clearWaiting() {
    MapState<byte[], byte[]> waiting = kind(new byte[] {WAITING});
    int rows = 0;
    for (byte[] unused : unchecked(waiting::keys)) {
      rows++;
    }
    waiting.clear();
    return rows;
  }

  private static MapStateDescriptor<byte[], byte[]> descriptor(char kind) {
    return new MapStateDescriptor<>(
        "cohort-pages-" + kind,
        BytePrimitiveArraySerializer.INSTANCE,
        BytePrimitiveArraySerializer.INSTANCE);
  }

  private MapState<byte[], byte[]> kind(byte[] key) {
    int kind = KINDS.indexOf(key[0]);
    if (kind < 0) {
      throw new IllegalStateException("a page of a kind that this build does not know");
    }
    return kinds.get(kind);
  }

  private interface Work<T> {
    T done() throws Exception;
  }

  private static <T> T unchecked(Work<T> work) {
    try {
      return work.done();
    } catch (Exception broken) {
      throw new IllegalStateException("the state's backend has failed", broken);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // no page: null
  public byte @Nullable [] get(byte[] key) {
    return unchecked(() -> kind(key).get(key));
  }

  @Override
  public void put(byte[] key, byte[] page) {
    boolean unused =
        unchecked(
            () -> {
              kind(key).put(key, page);
              return true;
            });
  }

  @Override
  public void remove(byte[] key) {
    boolean unused =
        unchecked(
            () -> {
              kind(key).remove(key);
              return true;
            });
  }

  @Override
  public void scan(byte[] prefix, BiPredicate<byte[], byte[]> visitor) {
    if (prefix.length != 1) {
      throw new IllegalArgumentException("pages are looked through kind by kind");
    }
    for (Map.Entry<byte[], byte[]> page : unchecked(() -> kind(prefix).entries())) {
      if (!visitor.test(page.getKey(), page.getValue())) {
        return;
      }
    }
  }
}

package dev.weir.operators.stage.statistics;

import dev.weir.operators.state.PlaceSerializer;
import dev.weir.operators.state.SumsSerializer;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.Sums;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** What was added to windows that are not drawn yet. Secret. */
final class OpenWindows {

  private static final MapStateDescriptor<String, Sums> SUMS =
      new MapStateDescriptor<>("sums", StringSerializer.INSTANCE, SumsSerializer.INSTANCE);
  private static final MapStateDescriptor<Place, Boolean> OPEN =
      new MapStateDescriptor<>("open", PlaceSerializer.INSTANCE, BooleanSerializer.INSTANCE);

  private final ProductState state;
  private final Set<Place> open = new HashSet<>();

  OpenWindows(ProductState state) throws Exception {
    this.state = state;
    state.of(Places.PRODUCT, OPEN).keys().forEach(open::add);
  }

  /** The windows in which something is. */
  List<Place> places() {
    return List.copyOf(open);
  }

  void add(PartialSums more) throws Exception {
    Place place = new Place(more.release(), more.terms(), more.window());
    if (open.add(place)) {
      state.of(Places.PRODUCT, OPEN).put(place, true);
    }
    MapState<String, Sums> sums = state.of(place, SUMS);
    Sums before = sums.get(more.group());
    sums.put(
        more.group(),
        before == null
            ? new Sums(more.records(), more.cells())
            : before.plus(more.records(), more.cells()));
  }

  /** By group. */
  Map<String, Sums> of(Place place) throws Exception {
    Map<String, Sums> all = new TreeMap<>();
    if (open.contains(place)) {
      for (Map.Entry<String, Sums> sums : state.of(place, SUMS).entries()) {
        all.put(sums.getKey(), sums.getValue());
      }
    }
    return all;
  }

  /** The window is over: what it held is gone. */
  void close(Place place) throws Exception {
    if (open.remove(place)) {
      state.of(place, SUMS).clear();
      state.of(Places.PRODUCT, OPEN).remove(place);
    }
  }

  /**
   * Closes those of a release, of all sizes, that were made under other terms: how many records
   * they held.
   */
  long closeOthers(String release, String terms) throws Exception {
    long records = 0;
    for (Place place : new ArrayList<>(open)) {
      if (place.isOf(release) && !place.terms().equals(terms)) {
        records += of(place).values().stream().mapToLong(Sums::records).sum();
        close(place);
      }
    }
    return records;
  }
}

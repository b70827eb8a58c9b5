package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** Groups that were told, in the state. */
record KnownState(ProductState state) implements WindowDraw.KnownGroups {

  private static final MapStateDescriptor<String, Boolean> KNOWN =
      new MapStateDescriptor<>("known", StringSerializer.INSTANCE, BooleanSerializer.INSTANCE);

  @Override
  public Collection<String> of(Place place) throws Exception {
    List<String> known = new ArrayList<>();
    state.of(place, KNOWN).keys().forEach(known::add);
    return known;
  }

  @Override
  public void add(Place place, String group) throws Exception {
    state.of(place, KNOWN).put(group, true);
  }
}

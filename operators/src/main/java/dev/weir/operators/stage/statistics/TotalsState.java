package dev.weir.operators.stage.statistics;

import dev.weir.operators.state.RunningGroupSerializer;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.RunningGroup;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Running totals in the state. */
record TotalsState(ProductState state) implements RunningDraw.Totals {

  private static final MapStateDescriptor<String, RunningGroup> TOTALS =
      new MapStateDescriptor<>(
          "totals", StringSerializer.INSTANCE, RunningGroupSerializer.INSTANCE);

  @Override
  public @Nullable RunningGroup of(Place run, String group) throws Exception {
    return state.of(run, TOTALS).get(group);
  }

  @Override
  public void put(Place run, String group, RunningGroup now) throws Exception {
    state.of(run, TOTALS).put(group, now);
  }

  @Override
  public void clear(Place run) throws Exception {
    state.of(run, TOTALS).clear();
  }
}

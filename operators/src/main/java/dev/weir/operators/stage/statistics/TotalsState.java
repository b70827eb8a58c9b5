package dev.weir.operators.stage.statistics;

import dev.weir.operators.state.PlaceSerializer;
import dev.weir.operators.state.RunningGroupSerializer;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.RunningGroup;
import dev.weir.privacy.ledger.Span;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Running totals in the state. */
record TotalsState(ProductState state) implements RunningDraw.Totals {

  private static final MapStateDescriptor<String, RunningGroup> TOTALS =
      new MapStateDescriptor<>(
          "totals", StringSerializer.INSTANCE, RunningGroupSerializer.INSTANCE);

  /** By nothing: a run has one. */
  private static final MapStateDescriptor<String, Place> DRAWN =
      new MapStateDescriptor<>("totals-drawn", StringSerializer.INSTANCE, PlaceSerializer.INSTANCE);

  private static final String ONE = "";

  @Override
  public @Nullable RunningGroup of(Place run, String group) throws Exception {
    return state.of(run, TOTALS).get(group);
  }

  @Override
  public void put(Place run, String group, RunningGroup now) throws Exception {
    state.of(run, TOTALS).put(group, now);
  }

  @Override
  public @Nullable Span drawn(Place run) throws Exception {
    Place drawn = state.of(run, DRAWN).get(ONE);
    return drawn == null ? null : drawn.span();
  }

  @Override
  public void drawn(Place run, Span now) throws Exception {
    state.of(run, DRAWN).put(ONE, new Place(run.release(), run.terms(), now));
  }

  @Override
  public void clear(Place run) throws Exception {
    state.of(run, TOTALS).clear();
    state.of(run, DRAWN).clear();
  }
}

package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.Place;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/** Gives the state of a product's statistics, by place. */
@FunctionalInterface
interface ProductState {
  <K, V> MapState<K, V> of(Place place, MapStateDescriptor<K, V> what) throws Exception;
}

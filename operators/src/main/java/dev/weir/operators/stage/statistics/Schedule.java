package dev.weir.operators.stage.statistics;

import dev.weir.operators.state.PlaceSerializer;
import dev.weir.operators.statistics.Place;
import dev.weir.privacy.ledger.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which window of each release is drawn next: by the calendar, whatever was read, so that neither
 * what is released nor when tells whether anybody was there.
 */
final class Schedule {

  private static final MapStateDescriptor<String, Place> NEXT =
      new MapStateDescriptor<>("next", StringSerializer.INSTANCE, PlaceSerializer.INSTANCE);

  private final ProductState state;
  private final Map<String, Span> next = new HashMap<>();

  Schedule(ProductState state) {
    this.state = state;
  }

  /**
   * Goes on with a release where the state left it, in windows of all its sizes alike; under other
   * terms with the first window that nothing was read of; else with the first that begins at the
   * start or after it. One that is not active is forgotten: when it is again, windows that it
   * missed are not told as if they were empty.
   *
   * @param levels of it, the finest first
   * @param start of the job
   * @param now of the clock
   */
  void resume(List<CountedRelease> levels, long start, long now) throws Exception {
    CountedRelease release = levels.get(0);
    Place before = before(release);
    if (!release.active()) {
      put(release, new Place(release.name(), "", Places.ALWAYS));
    } else if (before == null) {
      begin(levels, Math.max(start, release.from()));
    } else if (before.span().equals(Places.ALWAYS)) {
      begin(levels, Math.max(now, release.from()));
    } else if (before.terms().equals(release.statistics().terms())) {
      for (CountedRelease level : levels) {
        next.put(level.name(), Objects.requireNonNull(before(level)).span());
      }
    } else {
      begin(levels, release.windows().due(before.span()));
    }
  }

  /**
   * Forgets where it was with releases that are no more: should they be again, windows that they
   * missed are not told as if they were empty.
   *
   * @param names of all releases, in windows of all their sizes
   */
  void forgetOthers(Set<String> names) throws Exception {
    MapState<String, Place> all = state.of(Places.PRODUCT, NEXT);
    List<String> others = new ArrayList<>();
    for (String name : all.keys()) {
      if (!names.contains(name)) {
        others.add(name);
      }
    }
    for (String name : others) {
      all.put(name, new Place(name, "", Places.ALWAYS));
    }
  }

  private @Nullable Place before(CountedRelease release) throws Exception {
    return state.of(Places.PRODUCT, NEXT).get(release.name());
  }

  private void begin(List<CountedRelease> levels, long from) throws Exception {
    for (CountedRelease level : levels) {
      turn(level, level.windows().first(from));
    }
  }

  private void turn(CountedRelease release, Span to) throws Exception {
    put(release, new Place(release.name(), release.statistics().terms(), to));
    next.put(release.name(), to);
  }

  private void put(CountedRelease release, Place place) throws Exception {
    state.of(Places.PRODUCT, NEXT).put(release.name(), place);
  }

  /** The next window of a release; null: it has none, or none that begins before it ends. */
  @Nullable Span of(CountedRelease release) {
    Span window = next.get(release.name());
    return window == null || window.from() >= release.to() ? null : window;
  }

  /** Whether that window is still to be drawn. */
  boolean awaits(CountedRelease release, Span window) {
    Span first = next.get(release.name());
    return first != null && window.from() >= first.from();
  }

  /** That window is drawn. */
  void drawn(CountedRelease release, Span window) throws Exception {
    turn(release, release.windows().next(window));
  }
}

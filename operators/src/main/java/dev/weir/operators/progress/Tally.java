package dev.weir.operators.progress;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.ProgressState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a subtask has let out. Counting takes no look-up in a map and makes no object. */
final class Tally {

  private final String[] topics;
  private final String[] names;
  private final long[] counts;
  private final Positions[] positions;
  private final SortedMap<String, Positions> sources = new TreeMap<>();
  private final SortedMap<String, Long> former = new TreeMap<>();

  /**
   * @param sources by topic that is written
   * @param before what is counted on from
   */
  Tally(SortedMap<String, String> sources, Collection<ProgressState> before) {
    names = sources.keySet().toArray(String[]::new);
    topics = names.clone();
    counts = new long[names.length];
    positions = new Positions[names.length];
    for (int at = 0; at < names.length; at++) {
      positions[at] = source(String.valueOf(sources.get(names[at])));
    }
    before.forEach(this::take);
  }

  private Positions source(String topic) {
    return sources.computeIfAbsent(topic, name -> new Positions());
  }

  /** Topics that are no longer written are counted on for ever. */
  private void take(ProgressState state) {
    Map<String, Long> left = new HashMap<>(state.released());
    for (int at = 0; at < names.length; at++) {
      Long count = left.remove(names[at]);
      counts[at] += count == null ? 0 : count;
    }
    left.forEach((topic, count) -> former.merge(topic, count, Long::sum));
    state
        .positions()
        .forEach((topic, offsets) -> offsets.forEach((p, o) -> source(topic).reached(p, o)));
  }

  void add(OutputRecord record) {
    int at = indexOf(record.topic());
    counts[at]++;
    positions[at].reached(record.partition(), record.offset());
  }

  /** A topic's name is nearly always the object that it was the last time. */
  @SuppressWarnings("ReferenceEquality")
  private int indexOf(String topic) {
    for (int at = 0; at < topics.length; at++) {
      if (topics[at] == topic) {
        return at;
      }
    }
    return learn(topic);
  }

  private int learn(String topic) {
    for (int at = 0; at < names.length; at++) {
      if (names[at].equals(topic)) {
        topics[at] = topic;
        return at;
      }
    }
    throw new IllegalStateException("a topic that the plan does not name is written: " + topic);
  }

  SortedMap<String, Long> released() {
    SortedMap<String, Long> released = new TreeMap<>(former);
    for (int at = 0; at < names.length; at++) {
      released.put(names[at], counts[at]);
    }
    return released;
  }

  SortedMap<String, SortedMap<Integer, Long>> positions() {
    SortedMap<String, SortedMap<Integer, Long>> all = new TreeMap<>();
    sources.forEach((topic, reached) -> all.put(topic, reached.offsets()));
    return all;
  }
}

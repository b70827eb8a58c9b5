package dev.weir.operators.progress;

import dev.weir.operators.state.ProgressState;
import java.io.Serializable;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many records of which topics, and what of the sources they are made of.
 *
 * @param records by topic; only those above 0
 * @param sources by {@code topic-partition}
 */
public record Amount(SortedMap<String, Long> records, SortedMap<String, Span> sources)
    implements Serializable {

  /**
   * Part of a source's partition.
   *
   * @param after offset before the first record; -1 if nothing is before it
   * @param to offset of the last
   */
  public record Span(long after, long to) implements Serializable {}

  /** By what one is ahead of the other. */
  static Amount between(Collection<ProgressState> behind, Collection<ProgressState> ahead) {
    SortedMap<String, Long> records = released(ahead);
    released(behind).forEach((topic, count) -> records.merge(topic, -count, Long::sum));
    records.values().removeIf(count -> count <= 0);
    SortedMap<String, Long> after = positions(behind);
    SortedMap<String, Span> sources = new TreeMap<>();
    positions(ahead)
        .forEach(
            (partition, to) -> {
              long from = after.getOrDefault(partition, -1L);
              if (to > from) {
                sources.put(partition, new Span(from, to));
              }
            });
    return new Amount(records, sources);
  }

  private static SortedMap<String, Long> released(Collection<ProgressState> states) {
    SortedMap<String, Long> released = new TreeMap<>();
    for (ProgressState state : states) {
      state.released().forEach((topic, count) -> released.merge(topic, count, Long::sum));
    }
    return released;
  }

  private static SortedMap<String, Long> positions(Collection<ProgressState> states) {
    SortedMap<String, Long> positions = new TreeMap<>();
    for (ProgressState state : states) {
      state
          .positions()
          .forEach(
              (topic, offsets) ->
                  offsets.forEach(
                      (partition, offset) ->
                          positions.merge(topic + "-" + partition, offset, Math::max)));
    }
    return positions;
  }

  /** For messages. */
  String text() {
    String counted =
        records.entrySet().stream()
            .map(topic -> topic.getKey() + " " + topic.getValue())
            .collect(Collectors.joining(", "));
    String made =
        sources.entrySet().stream()
            .map(source -> source.getKey() + " " + span(source.getValue()))
            .collect(Collectors.joining(", "));
    return (counted.isEmpty() ? "no record that is counted" : counted)
        + (made.isEmpty() ? "" : " (made of " + made + ")");
  }

  private static String span(Span span) {
    return "offsets " + (span.after() + 1) + " to " + span.to();
  }
}

package dev.weir.operators.stage;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.record.WaitingUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.MapState;

/**
 * Whose rows of an agreement are to be forgotten: until the next barrier none of them leaves, and
 * there they are taken out of the state. Nobody knows whose a row is that a former build wrote, or
 * a gateway that obeyed no commands: with anybody of its topic it is forgotten.
 */
final class QuotaErasure {

  private final Set<ValueName> people = new HashSet<>();
  private final Set<String> topics = new HashSet<>();

  /**
   * @param word of {@link Restrained#forgetting}
   */
  void add(OutputRecord word) {
    people.add(Objects.requireNonNull(WaitingUnit.origin(word).subject()));
    topics.add(word.topic());
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  /** It is done. */
  void clear() {
    people.clear();
    topics.clear();
  }

  boolean takes(OutputRecord row) {
    if (people.isEmpty()) {
      return false;
    }
    Origin origin = WaitingUnit.origin(row);
    ValueName person = origin.person();
    return person == null ? topics.contains(row.topic()) : people.contains(person);
  }

  /**
   * Takes them out of what waits.
   *
   * @return what was taken, by the units that it was of
   */
  <K> List<WaitingUnit> from(MapState<K, WaitingUnit> waiting) throws Exception {
    Map<K, WaitingUnit> touched = new LinkedHashMap<>();
    for (Map.Entry<K, WaitingUnit> one : waiting.entries()) {
      if (one.getValue().records().stream().anyMatch(this::takes)) {
        touched.put(one.getKey(), one.getValue());
      }
    }
    List<WaitingUnit> taken = new ArrayList<>(touched.size());
    for (Map.Entry<K, WaitingUnit> one : touched.entrySet()) {
      taken.add(part(one.getValue(), this::takes));
      WaitingUnit rest = part(one.getValue(), row -> !takes(row));
      if (rest.records().isEmpty()) {
        waiting.remove(one.getKey());
      } else {
        waiting.put(one.getKey(), rest);
      }
    }
    return taken;
  }

  private static WaitingUnit part(WaitingUnit unit, Predicate<OutputRecord> of) {
    return new WaitingUnit(unit.records().stream().filter(of).toList(), unit.form(), unit.since());
  }
}

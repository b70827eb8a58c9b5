package dev.weir.operators.stage;

import dev.weir.operators.record.Origin.Member;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.record.WaitingUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * Which crowds of an agreement a reader has seen k people of. Rows of another one gather until k
 * people have some, and leave together. In the state of the agreement, which must be the current
 * key.
 */
final class QuotaCrowds {

  private static final long DAY = 86_400_000;

  private final MapState<ValueName, Long> seen;
  private final MapState<ValueName, WaitingUnit> gathering;
  private long swept;

  /**
   * @param seen with the day on which a row left last
   */
  QuotaCrowds(MapState<ValueName, Long> seen, MapState<ValueName, WaitingUnit> gathering) {
    this.seen = seen;
    this.gathering = gathering;
  }

  boolean isSeen(ValueName crowd) throws Exception {
    return seen.contains(crowd);
  }

  /** A row of it leaves. */
  void see(ValueName crowd, long now) throws Exception {
    long day = Math.floorDiv(now, DAY);
    Long last = seen.get(crowd);
    if (last == null || last != day) {
      seen.put(crowd, day);
    }
  }

  /**
   * Adds rows to those that gather.
   *
   * @param k people who are needed
   * @return all that have gathered, once they are enough; null: not yet
   */
  @Nullable WaitingUnit gather(ValueName crowd, WaitingUnit more, int k) throws Exception {
    WaitingUnit before = gathering.get(crowd);
    WaitingUnit all = before == null ? more : both(before, more);
    if (people(all.records()) < k) {
      gathering.put(crowd, all);
      return null;
    }
    gathering.remove(crowd);
    return all;
  }

  /** By the form of the earlier rows: were later ones of another, none of them would leave. */
  private static WaitingUnit both(WaitingUnit before, WaitingUnit more) {
    return new WaitingUnit(
        Stream.concat(before.records().stream(), more.records().stream()).toList(),
        before.form(),
        Math.min(before.since(), more.since()));
  }

  /** Distinct people whose rows these are. */
  static long people(List<OutputRecord> rows) {
    return rows.stream()
        .map(row -> WaitingUnit.origin(row).member())
        .filter(member -> member != null)
        .map(Member::person)
        .distinct()
        .count();
  }

  /** What has gathered since before that, or all. */
  List<WaitingUnit> overdue(long since) throws Exception {
    List<ValueName> crowds = new ArrayList<>();
    List<WaitingUnit> overdue = new ArrayList<>();
    for (Map.Entry<ValueName, WaitingUnit> one : gathering.entries()) {
      if (one.getValue().since() <= since) {
        crowds.add(one.getKey());
        overdue.add(one.getValue());
      }
    }
    for (ValueName crowd : crowds) {
      gathering.remove(crowd);
    }
    return overdue;
  }

  /** Takes out what is to be forgotten. */
  List<WaitingUnit> erase(QuotaErasure erasure) throws Exception {
    return erasure.from(gathering);
  }

  /** All that gathers. */
  Iterable<WaitingUnit> gathering() throws Exception {
    return gathering.values();
  }

  /** Forgets, once a day, crowds of which nothing has left since then: they gather anew. */
  void sweep(long now, Instant before) throws Exception {
    long today = Math.floorDiv(now, DAY);
    if (today == swept) {
      return;
    }
    swept = today;
    long last = Math.floorDiv(before.toEpochMilli(), DAY);
    List<ValueName> old = new ArrayList<>();
    for (Map.Entry<ValueName, Long> one : seen.entries()) {
      if (one.getValue() < last) {
        old.add(one.getKey());
      }
    }
    for (ValueName crowd : old) {
      seen.remove(crowd);
    }
  }
}

package dev.weir.operators.record;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records of a release that wait for a quota and leave together: one, or a crowd's first.
 *
 * @param records in order, each with an origin; one at least
 * @param form of the release, by which they were written
 * @param since when the first of them came, in ms since the epoch
 */
public record WaitingUnit(List<OutputRecord> records, String form, long since) {

  public WaitingUnit {
    records = List.copyOf(records);
  }

  public OutputRecord first() {
    return records.get(0);
  }

  /** In whose company they leave; null: nobody's. */
  public Origin.@Nullable Member member() {
    return origin(first()).member();
  }

  /** Of a record that waits. */
  public static Origin origin(OutputRecord record) {
    return Objects.requireNonNull(record.origin(), "only what has an origin waits for a quota");
  }
}

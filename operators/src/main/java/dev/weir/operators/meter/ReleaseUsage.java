package dev.weir.operators.meter;

import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.treat.CellCounter;
import dev.weir.plan.ReleasePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What left of one release since it was last asked. The minute and the agreement are what the
 * records themselves say: what waited in the job's state may be of an earlier version.
 */
final class ReleaseUsage {

  private static final String AGREEMENT = "weir-agreement";

  private record Place(String agreement, long minute) {}

  private final ReleasePlan release;
  private final CellCounter counter;
  private final @Nullable Long fixed;
  private final Map<Place, Usage> former = new HashMap<>();
  private final ReleasedAgain[] spans;
  private final Map<Place, Usage> again = new HashMap<>();
  private List<OutputHeader> headers = List.of();
  private Place place;
  private long timestamp = Long.MIN_VALUE;
  private long records;
  private long bytes;
  private long cells;
  private long epsilon;

  /**
   * @param settings whether all records have one minute, and which of them leave again
   */
  ReleaseUsage(ReleasePlan release, CellCounter counter, MeterSettings settings) {
    this.release = release;
    this.counter = counter;
    this.fixed = settings.minute();
    this.spans = settings.againOf(release.topic()).toArray(ReleasedAgain[]::new);
    this.place = new Place(release.agreementInVersion(), 0);
  }

  /** Headers are the same list for a whole minute, so that looking at it is enough. */
  @SuppressWarnings("ReferenceEquality")
  void add(OutputRecord record) {
    if (record.headers() != headers || record.timestamp() != timestamp) {
      turnTo(record);
    }
    int held = record.cells() >= 0 ? record.cells() : counter.cells(record.value());
    records++;
    bytes += record.value().length;
    Origin origin = record.origin();
    epsilon += origin == null ? 0 : origin.epsilon();
    cells += held;
    for (ReleasedAgain span : spans) {
      if (span.covers(record.partition(), record.offset())) {
        again.merge(place, new Usage(1, record.value().length, held, BigDecimal.ZERO), Usage::plus);
        return;
      }
    }
  }

  /**
   * What left in a minute.
   *
   * @param again what of it had been released before
   */
  record Taken(Metered metered, Usage again) {}

  private void turnTo(OutputRecord record) {
    headers = record.headers();
    timestamp = record.timestamp();
    Place now = new Place(agreement(record), fixed == null ? timestamp : fixed);
    if (!now.equals(place)) {
      settle();
      place = now;
    }
  }

  private String agreement(OutputRecord record) {
    return record.headers().stream()
        .filter(header -> header.name().equals(AGREEMENT))
        .map(OutputHeader::value)
        .findFirst()
        .orElse(release.agreementInVersion());
  }

  private void settle() {
    if (records > 0) {
      BigDecimal loss = BigDecimal.valueOf(epsilon, Origin.EPSILON_SCALE);
      former.merge(place, new Usage(records, bytes, cells, loss), Usage::plus);
      records = 0;
      bytes = 0;
      cells = 0;
      epsilon = 0;
    }
  }

  /** All of it, and begins anew. */
  List<Taken> taken() {
    settle();
    List<Taken> taken = new ArrayList<>();
    former.forEach(
        (of, usage) ->
            taken.add(new Taken(metered(of, usage), again.getOrDefault(of, Usage.NONE))));
    former.clear();
    again.clear();
    return taken;
  }

  private Metered metered(Place of, Usage usage) {
    return new Metered(
        release.partner(),
        AgreementRef.parse(of.agreement()),
        release.release(),
        Minute.of(Instant.ofEpochMilli(of.minute())),
        usage);
  }
}

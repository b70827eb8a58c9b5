package dev.weir.local.preview;

import dev.weir.operators.metrics.CohortTally;
import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sample shows of one release. Confined to one thread. */
public final class ReleaseSample {

  private final ReleasePlan release;
  private final SinglingOut singlingOut;
  private final KnownRows knownRows;
  private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
  private long released;
  private Optional<CohortTally> crowds = Optional.empty();
  private Optional<CountedSample> statistics = Optional.empty();

  ReleaseSample(ReleasePlan release) {
    this.release = release;
    this.singlingOut = new SinglingOut(release);
    this.knownRows = new KnownRows(release);
  }

  /**
   * @param subject the person's key in the source; null if the record has none
   */
  void add(Outcome outcome, @Nullable String subject) throws IOException {
    if (outcome instanceof Outcome.Released record) {
      released++;
      if (subject != null) {
        singlingOut.add(subject, record.value());
        if (linksRows()) {
          knownRows.add(subject, record.value());
        }
      }
    } else if (outcome instanceof Outcome.Withheld withheld) {
      refused.merge(withheld.reason(), 1L, Long::sum);
    } else if (outcome instanceof Outcome.DeadLettered dead) {
      refused.merge(dead.rejection().reason(), 1L, Long::sum);
    }
  }

  void crowds(Optional<CohortTally> formed) {
    crowds = formed;
  }

  /** How its crowds are; empty: it forms none. */
  public Optional<CohortTally> crowds() {
    return crowds;
  }

  void statistics(Optional<CountedSample> drawn) {
    statistics = drawn;
  }

  /** What it counts; empty: it counts nothing. */
  public Optional<CountedSample> statistics() {
    return statistics;
  }

  public ReleasePlan release() {
    return release;
  }

  public long released() {
    return released;
  }

  /** How many were withheld or dead-lettered, by reason; only what has happened. */
  public Map<Reason, Long> refused() {
    return new EnumMap<>(refused);
  }

  /** Whether its rows say which of them are of one person, whom else a crowd would hide. */
  public boolean linksRows() {
    return release.linksCrowdRows();
  }

  /** Asked of what {@link #linksRows} alone. */
  public KnownRows knownRows() {
    return knownRows;
  }

  public SinglingOut singlingOut() {
    return singlingOut;
  }
}

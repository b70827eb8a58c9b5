package dev.weir.local.preview;

import dev.weir.operators.record.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of which some release still looks for a crowd. Confined to one thread. */
final class Undecided {

  private final SourceRecord record;
  private final @Nullable String subject;
  private final List<Outcome> outcomes;

  /**
   * @param subject the person's key in the source; null if nobody asks, or there is none
   */
  Undecided(SourceRecord record, @Nullable String subject, List<Outcome> outcomes) {
    this.record = record;
    this.subject = subject;
    this.outcomes = new ArrayList<>(outcomes);
  }

  SourceRecord record() {
    return record;
  }

  @Nullable String subject() {
    return subject;
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  void decide(int release, Outcome outcome) {
    outcomes.set(release, outcome);
  }

  boolean isDecided() {
    return outcomes.stream().noneMatch(Outcome.Waiting.class::isInstance);
  }
}

package dev.weir.operators.meter;

import dev.weir.metering.internal.InternalUsage;
import dev.weir.metering.internal.Subjects;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one release's records in a subtask of a stage, by the minute. What happened is
 * counted already: it is the difference of the counts. Confined to one thread.
 */
public final class InternalMeter {

  private final ReleasePlan release;
  private final ReleaseCounts counts;
  private final @Nullable PeopleHash people;
  private final List<InternalUsage> past = new ArrayList<>();
  private ReleaseCounts.Values before;
  private Subjects subjects = new Subjects();
  private long minute;

  /**
   * @param people null: they are not counted here
   */
  InternalMeter(ReleasePlan release, ReleaseCounts counts, @Nullable PeopleHash people) {
    this.release = release;
    this.counts = counts;
    this.people = people;
    this.before = counts.values();
  }

  /** A record of this event has left. */
  public void released(Event event) {
    if (people != null && people.has(event)) {
      subjects.add(people.hash());
    }
  }

  /** Another minute begins. */
  void turnTo(long next) {
    settle();
    minute = next;
  }

  private void settle() {
    ReleaseCounts.Values now = counts.values();
    ReleaseCounts.Values since = now.minus(before);
    if (since.in() > 0 || since.released() > 0) {
      past.add(usage(since));
      subjects = new Subjects();
      before = now;
    }
  }

  private InternalUsage usage(ReleaseCounts.Values since) {
    return new InternalUsage(
        release.partner(),
        new AgreementRef(release.agreement(), release.agreementVersion()),
        release.release(),
        Minute.of(Instant.ofEpochMilli(minute)),
        since.in(),
        since.released(),
        refused(since, reason -> reason.withheld() && !reason.suppressed()),
        refused(since, Reason::suppressed),
        refused(since, reason -> !reason.withheld()),
        since.late(),
        people == null ? null : subjects);
  }

  private static SortedMap<String, Long> refused(
      ReleaseCounts.Values since, Predicate<Reason> which) {
    SortedMap<String, Long> refused = new TreeMap<>();
    for (Reason reason : Reason.values()) {
      if (which.test(reason) && since.refused(reason) > 0) {
        refused.put(reason.word(), since.refused(reason));
      }
    }
    return refused;
  }

  /** All of it, and begins anew. */
  List<InternalUsage> taken() {
    settle();
    List<InternalUsage> taken = List.copyOf(past);
    past.clear();
    return taken;
  }
}

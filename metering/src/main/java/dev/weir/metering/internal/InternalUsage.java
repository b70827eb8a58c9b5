package dev.weir.metering.internal;

import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of one release in a minute, or a part of it: {@code in} = released +
 * all withheld + all suppressed + all dead-lettered.
 *
 * @param window by the clock, when it was decided
 * @param withheld by reason, as the agreement asks
 * @param suppressed by reason, for the sake of a crowd
 * @param deadLettered by reason
 * @param late came after their window was over
 * @param subjects whose records were released; nobody changes it any more; null: not counted here
 */
public record InternalUsage(
    String partner,
    AgreementRef agreement,
    String release,
    Minute window,
    long in,
    long released,
    SortedMap<String, Long> withheld,
    SortedMap<String, Long> suppressed,
    SortedMap<String, Long> deadLettered,
    long late,
    @Nullable Subjects subjects) {

  public InternalUsage {
    withheld = copy(withheld);
    suppressed = copy(suppressed);
    deadLettered = copy(deadLettered);
  }

  private static SortedMap<String, Long> copy(Map<String, Long> counts) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}

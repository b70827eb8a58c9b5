package dev.weir.metering.reconcile;

import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import java.util.Comparator;

/**
 * What is counted: what one release of an agreement let out in a minute.
 *
 * @param partner its id
 * @param release its name in the agreement
 */
public record Place(String partner, AgreementRef agreement, String release, Minute minute)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::partner)
          .thenComparing(Place::agreement)
          .thenComparing(Place::release)
          .thenComparing(Place::minute);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}

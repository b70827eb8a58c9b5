package dev.weir.metering.rating;

import dev.weir.config.agreement.Status;
import dev.weir.config.price.PriceBook;
import dev.weir.metering.money.Money;
import dev.weir.metering.usage.Minute;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one agreement over time.
 *
 * @param agreement its id, without version
 * @param spans by time, none over another; a time that is in none has no agreement in force
 */
public record Tariff(String agreement, List<PriceSpan> spans) implements Serializable {

  /** A draft has not begun, and what has ended is not paid for; who is suspended still pays. */
  private static final Set<Status> IN_FORCE = EnumSet.of(Status.ACTIVE, Status.SUSPENDED);

  /**
   * @throws IllegalArgumentException if spans overlap or are out of order, or a currency is none
   */
  public Tariff {
    spans = List.copyOf(spans);
    Instant end = Instant.MIN;
    for (PriceSpan span : spans) {
      if (span.from().isBefore(end) || !span.from().isBefore(span.to())) {
        throw new IllegalArgumentException("spans follow each other in time");
      }
      if (span.price() != null) {
        Money.currency(span.price().currency());
      }
      end = span.to();
    }
  }

  /**
   * The prices of an agreement through its versions. Each holds from {@code since} until the next,
   * within its own period; a tier's price is that of the newest version of the book that has begun.
   *
   * @param versions of one agreement
   * @param book null: there is none
   * @throws IllegalArgumentException if there is no version, they are of several agreements, a tier
   *     is not in the book, or a currency is not in ISO 4217
   */
  public static Tariff of(List<Held> versions, @Nullable PriceBook book) {
    List<Held> ordered = versions.stream().sorted(Comparator.comparing(Held::since)).toList();
    if (ordered.stream().map(held -> held.agreement().id()).distinct().count() != 1) {
      throw new IllegalArgumentException("a tariff is that of one agreement");
    }
    List<PriceSpan> spans = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Instant next = i + 1 < ordered.size() ? ordered.get(i + 1).since() : Instant.MAX;
      Held held = ordered.get(i);
      if (IN_FORCE.contains(held.agreement().status())) {
        spans.addAll(VersionPrices.of(held, next, book));
      }
    }
    return new Tariff(ordered.get(0).agreement().id(), joined(spans));
  }

  /** A version that changes nothing leaves one span. */
  private static List<PriceSpan> joined(List<PriceSpan> spans) {
    List<PriceSpan> joined = new ArrayList<>();
    for (PriceSpan span : spans) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).goesOn(span)) {
        joined.set(last, joined.get(last).until(span.to()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** What held when a minute began, or else came into force within it. */
  Optional<PriceSpan> at(Minute minute) {
    return earliest(minute.from(), minute.to());
  }

  /** The price that holds first within a time. */
  Optional<PriceSpan> earliest(Instant from, Instant to) {
    return spans.stream()
        .filter(span -> span.from().isBefore(to) && from.isBefore(span.to()))
        .findFirst();
  }
}

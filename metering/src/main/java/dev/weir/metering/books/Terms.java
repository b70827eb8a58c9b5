package dev.weir.metering.books;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.price.PriceBook;
import dev.weir.metering.rating.Held;
import dev.weir.metering.rating.Tariff;
import dev.weir.metering.usage.AgreementRef;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is rated by: every agreement, in each of its versions that ever were in force.
 *
 * @param versions at least one of each agreement
 * @param book null: no agreement refers to a tier
 */
public record Terms(List<Held> versions, @Nullable PriceBook book) {
  public Terms {
    versions = List.copyOf(versions);
  }

  /** By agreement id. */
  SortedMap<String, List<Held>> agreements() {
    SortedMap<String, List<Held>> agreements = new TreeMap<>();
    agreements.putAll(
        versions.stream().collect(Collectors.groupingBy(held -> held.agreement().id())));
    return agreements;
  }

  Set<AgreementRef> refs() {
    return refs(versions);
  }

  private static Set<AgreementRef> refs(List<Held> of) {
    return of.stream()
        .map(held -> new AgreementRef(held.agreement().id(), held.agreement().version()))
        .collect(Collectors.toSet());
  }

  /** The newest version says who pays and what it is called. */
  static Agreement newest(List<Held> versions) {
    Held newest = versions.get(0);
    for (Held held : versions) {
      newest = held.since().isAfter(newest.since()) ? held : newest;
    }
    return newest.agreement();
  }

  /**
   * Of every agreement, by id.
   *
   * @throws IllegalArgumentException if versions of one make no tariff
   */
  public SortedMap<String, AgreementTariff> tariffs() {
    SortedMap<String, AgreementTariff> tariffs = new TreeMap<>();
    agreements()
        .forEach(
            (id, of) ->
                tariffs.put(
                    id, new AgreementTariff(newest(of).partner().id(), tariff(of), refs(of))));
    return tariffs;
  }

  Tariff tariff(List<Held> of) {
    return Tariff.of(of, book);
  }
}

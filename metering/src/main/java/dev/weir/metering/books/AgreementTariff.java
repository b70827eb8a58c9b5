package dev.weir.metering.books;

import dev.weir.metering.rating.Tariff;
import dev.weir.metering.usage.AgreementRef;
import java.io.Serializable;
import java.util.Set;

/**
 * What an agreement costs, and who pays.
 *
 * @param partner its id
 * @param versions those that the prices are made of; usage of another one cannot be rated by them
 */
public record AgreementTariff(String partner, Tariff tariff, Set<AgreementRef> versions)
    implements Serializable {
  public AgreementTariff {
    versions = Set.copyOf(versions);
  }
}

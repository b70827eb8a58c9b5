package dev.weir.operators.rating;

import dev.weir.metering.books.AgreementTariff;
import dev.weir.operators.stage.WallClock;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What usage is rated by.
 *
 * @param source of the charges: the gateway
 * @param topic where they go
 * @param tariffs of every agreement, by its id
 */
public record RatingSettings(
    String source, String topic, SortedMap<String, AgreementTariff> tariffs, WallClock clock)
    implements Serializable {
  public RatingSettings {
    tariffs = Collections.unmodifiableSortedMap(new TreeMap<>(tariffs));
  }
}

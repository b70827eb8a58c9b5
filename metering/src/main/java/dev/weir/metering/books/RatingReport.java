package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last rating found: {@code rated.json}, in version 1. It can be made again from usage and
 * prices; the ledger does not depend on it.
 *
 * @param agreements by id
 */
@JsonPropertyOrder({"version", "at", "agreements"})
public record RatingReport(int version, String at, List<RatedAgreement> agreements) {

  static final int VERSION = 1;

  /** Nothing was rated. */
  static final RatingReport NONE = new RatingReport(VERSION, "", List.of());

  public RatingReport {
    agreements = List.copyOf(agreements);
  }

  /**
   * An agreement.
   *
   * @param months those that were rated, by time
   */
  @JsonPropertyOrder({"agreement", "partner", "partnerName", "product", "months"})
  public record RatedAgreement(
      String agreement,
      String partner,
      @Nullable String partnerName,
      String product,
      List<RatedMonth> months) {
    public RatedAgreement {
      months = List.copyOf(months);
    }
  }

  /**
   * Records of a month.
   *
   * @param metered by its usage events
   * @param withoutPrice that cost nothing because no price is said
   * @param outside released while no version was in force
   */
  @JsonPropertyOrder({"month", "metered", "charged", "withoutPrice", "outside"})
  public record RatedMonth(
      String month, long metered, long charged, long withoutPrice, long outside) {}

  /** This one with agreements put in the place of those of the same id. */
  RatingReport with(String time, List<RatedAgreement> newer) {
    Map<String, RatedAgreement> all = new TreeMap<>();
    agreements.forEach(one -> all.put(one.agreement(), one));
    newer.forEach(one -> all.put(one.agreement(), one));
    return new RatingReport(VERSION, time, new ArrayList<>(all.values()));
  }
}

package dev.weir.config.agreement;

import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one partner gets from one product.
 *
 * @param version as the agreement counts it: {@code 1.0.0}
 * @param purposes DPV terms, at least one
 * @param legalBasis a DPV term
 * @param jurisdictions of the subject; null: not asked
 * @param retention from the time of release; a {@link java.time.Period} or a {@link
 *     java.time.Duration}; null: not said
 * @param releases at least one
 * @param tier of the price book, instead of quota and price; null: none
 * @param acknowledgeLinkage why this partner may have records of the product beside cohorts or
 *     statistics; null: it may not
 */
public record Agreement(
    String apiVersion,
    String kind,
    String id,
    String version,
    Status status,
    ProductRef product,
    Partner partner,
    List<String> purposes,
    String legalBasis,
    @Nullable List<String> jurisdictions,
    ValidPeriod period,
    @Nullable TemporalAmount retention,
    List<Release> releases,
    @Nullable Quota quota,
    @Nullable Price price,
    @Nullable String tier,
    @Nullable String acknowledgeLinkage,
    @Nullable OnRotation onRotation,
    @Nullable Backfill backfill,
    @Nullable List<Contact> contacts,
    @Nullable String description) {
  public Agreement {
    purposes = List.copyOf(purposes);
    jurisdictions = jurisdictions == null ? null : List.copyOf(jurisdictions);
    releases = List.copyOf(releases);
    contacts = contacts == null ? null : List.copyOf(contacts);
  }
}

package dev.weir.plan;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a record that was treated for a release rests on, besides what is judged again when it
 * leaves: if it is another, the record is not what the agreement lets out now.
 */
public final class ReleaseForm {

  private ReleaseForm() {}

  /**
   * A digest of the fields and how they are treated, of whose they may be, and of who gets them.
   */
  public static String of(ProductPlan product, ReleasePlan release) {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("product", product.product() + "/" + product.object());
    parts.put("jurisdiction", text(product.jurisdiction()));
    parts.put("subject", text(product.subject()));
    parts.put("eventTime", text(product.eventTime()));
    parts.put("partner", release.partner());
    parts.put("topic", release.topic());
    parts.put("jurisdictions", String.valueOf(release.jurisdictions()));
    parts.put("key", text(release.keyField()));
    parts.put("output", release.output());
    CohortPlan cohort = release.cohort();
    parts.put("crowd", cohort == null ? "" : cohort.space() + cohort.form() + cohort.guarantee());
    return PlanDigest.ofParts(parts);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

package dev.weir.operators.stage;

import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SubjectKeyring;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.List;

/** The keys of a plan: where it needs none, no key source is opened. */
final class PlanKeys implements KeyProvider {

  private static final KeyProvider NONE = new PlanKeys();

  private PlanKeys() {}

  /**
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if they cannot be opened
   */
  static KeyProvider open(ProductPlan product, TreatSettings settings) {
    boolean none = product.releases().stream().allMatch(release -> release.keys().isEmpty());
    if (none && !settings.namesSubjects(product)) {
      return NONE;
    }
    try {
      return settings.keys().open();
    } catch (KeyException closed) {
      throw JobStoppedException.keyMissing(closed);
    }
  }

  @Override
  public PartnerKeys partner(String partner) {
    throw new KeyException(KeyException.Kind.MISSING, "the plan names no keys");
  }

  @Override
  public SubjectKeyring subjects() {
    throw new KeyException(KeyException.Kind.MISSING, "the plan names no keys");
  }

  @Override
  public List<KeyEntry> list() {
    return List.of();
  }
}

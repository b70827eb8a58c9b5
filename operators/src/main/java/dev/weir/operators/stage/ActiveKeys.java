package dev.weir.operators.stage;

import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SubjectKeyring;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of one partner, with those active that a release uses. */
record ActiveKeys(PartnerKeys keys) implements KeyProvider {

  @Override
  public PartnerKeys partner(String partner) {
    if (!partner.equals(keys.partner())) {
      throw new KeyException(
          KeyException.Kind.MISSING, "a release has its own partner's keys only");
    }
    return keys;
  }

  /** Not of one partner: whoever draws them asks the whole. */
  @Override
  public SubjectKeyring subjects() {
    throw new KeyException(KeyException.Kind.MISSING, "a release has its own partner's keys only");
  }

  @Override
  public List<KeyEntry> list() {
    return List.of();
  }

  /** The ids of the keys that a release makes tokens with: another text, another treatment. */
  static String versions(ReleasePlan release, KeyProvider keys) {
    return release.keys().stream()
        .map(key -> key + "/" + Integer.toUnsignedString(version(key, keys)))
        .collect(Collectors.joining(" "));
  }

  private static int version(Step.KeyRef key, KeyProvider keys) {
    return keys.partner(key.partner()).version(KeyUse.of(key.use()));
  }
}

package dev.weir.operators.stage;

import dev.weir.operators.control.ControlState;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyFacts;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.keys.KeyProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which key each release uses in a job that obeys commands: the one that a command has made active;
 * before any, the one that the state was made with; at a first start, the provider's active one. So
 * a key that was only added to the directory is not used until a command says so, and no restart
 * changes that.
 *
 * <p>An agreement that keeps its tokens joinable until a date goes on with the key that it has used
 * until then, unless that key was disabled or destroyed.
 */
final class KeyVersions {

  private final KeyCheck check;
  private final KeyProvider keys;
  private final KeyPermission permission;
  private final ControlState control;
  private final KeyProblems problems = new KeyProblems();
  private final Map<String, Optional<String>> used = new TreeMap<>();

  private KeyVersions(KeyCheck check, KeyProvider keys, ControlState control) {
    this.check = check;
    this.keys = keys;
    this.control = control;
    this.permission = new KeyPermission(control, problems);
  }

  /**
   * Chooses, and remembers what was chosen.
   *
   * @param starting whether a key that was destroyed must not even be there
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if a key is missing, was
   *     disabled or destroyed; names all of them
   */
  static ReleaseKeys choose(
      ProductPlan product,
      KeyCheck check,
      KeyProvider keys,
      ControlState control,
      boolean starting) {
    return new KeyVersions(check, keys, control).choose(product, starting);
  }

  private ReleaseKeys choose(ProductPlan product, boolean starting) {
    Map<String, KeyProvider> chosen = new HashMap<>();
    for (ReleasePlan release : product.releases()) {
      chosen.put(release.topic(), release.keys().isEmpty() ? keys : of(release, starting));
    }
    problems.stop();
    used.forEach(check::use);
    return release -> chosen.getOrDefault(release.topic(), keys);
  }

  private KeyProvider of(ReleasePlan release, boolean starting) {
    try {
      PartnerKeys partner = keys.partner(release.partner());
      if (starting) {
        permission.requireNoneDestroyed(partner);
      }
      for (Step.KeyRef key : release.keys()) {
        partner = activate(release, key, partner);
      }
      return new ActiveKeys(partner);
    } catch (KeyException without) {
      problems.add(JobStoppedException.Kind.KEY_MISSING, String.valueOf(without.getMessage()));
      return keys;
    }
  }

  private PartnerKeys activate(ReleasePlan release, Step.KeyRef key, PartnerKeys partner) {
    KeyUse use = KeyUse.of(key.use());
    String active = active(key, partner.fingerprint(use));
    String kept = kept(release, key, active, partner);
    used.put(key.toString(), Optional.of(active));
    used.put(keeping(release, key), kept.equals(active) ? Optional.empty() : Optional.of(kept));
    Optional<KeyFacts> found = permission.find(key, kept, partner.facts(use));
    return found.map(facts -> partner.withActive(use, facts.keyId())).orElse(partner);
  }

  private String active(Step.KeyRef key, String ofProvider) {
    String commanded = control.version(key.toString());
    return commanded == null ? check.remembered(key.toString()).orElse(ofProvider) : commanded;
  }

  /** What the agreement goes on with: what it has kept so far, or what was active until now. */
  private String kept(ReleasePlan release, Step.KeyRef key, String active, PartnerKeys partner) {
    String until = release.keepJoinable();
    if (until == null || control.clock() >= Instant.parse(until).toEpochMilli()) {
      return active;
    }
    return check
        .remembered(keeping(release, key))
        .or(() -> check.remembered(key.toString()))
        .filter(former -> permission.may(former, key, partner.facts(KeyUse.of(key.use()))))
        .orElse(active);
  }

  /** The name that a kept key is remembered under: no partner's id holds an at sign. */
  private static String keeping(ReleasePlan release, Step.KeyRef key) {
    return key + "@" + release.agreement();
  }
}

package dev.weir.operators.stage;

import dev.weir.operators.state.KeyFingerprintState;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Holds the keys that are there against those that the state was made with: a token of another key
 * would be another token for the same value.
 */
final class KeyCheck {

  /** The owner's key that subjects are named by. */
  private static final String SUBJECTS = "gateway/subject-names";

  private final Map<String, String> remembered = new TreeMap<>();

  /** A key that a former run has used; every subtask may name it again. */
  void remember(KeyFingerprintState state) {
    remembered.put(state.key(), state.fingerprint());
  }

  /** The fingerprint of the key that was used under that name; empty: none was. */
  Optional<String> remembered(String key) {
    return Optional.ofNullable(remembered.get(key));
  }

  /** From now on this one is used under that name; empty: none is. */
  void use(String key, Optional<String> fingerprint) {
    fingerprint.ifPresentOrElse(used -> remembered.put(key, used), () -> remembered.remove(key));
  }

  /**
   * Checks every key that the product's releases need, and remembers those that are new.
   *
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if a key is missing or is
   *     another than before; names all of them
   */
  void check(ProductPlan product, KeyProvider keys) {
    TreeSet<String> missing = new TreeSet<>();
    TreeSet<String> changed = new TreeSet<>();
    product.releases().stream()
        .flatMap(release -> release.keys().stream())
        .distinct()
        .forEach(key -> check(key, keys, missing, changed));
    if (product.namesSubjects()) {
      subjects(keys, missing, changed);
    }
    stop(missing, changed);
  }

  /**
   * Checks, and remembers, the owner's key alone that subjects are named by.
   *
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException as {@link #check} does
   */
  void checkSubjects(KeyProvider keys) {
    TreeSet<String> missing = new TreeSet<>();
    TreeSet<String> changed = new TreeSet<>();
    subjects(keys, missing, changed);
    stop(missing, changed);
  }

  private void subjects(KeyProvider keys, TreeSet<String> missing, TreeSet<String> changed) {
    check(SUBJECTS, () -> keys.subjects().fingerprint(), missing, changed);
  }

  private static void stop(TreeSet<String> missing, TreeSet<String> changed) {
    if (!missing.isEmpty()) {
      missing.addAll(changed);
      throw stop(JobStoppedException.Kind.KEY_MISSING, missing);
    }
    if (!changed.isEmpty()) {
      throw stop(JobStoppedException.Kind.KEY_CHANGED, changed);
    }
  }

  private static RuntimeException stop(JobStoppedException.Kind kind, TreeSet<String> problems) {
    return JobStoppedException.stop(kind, String.join("; ", problems));
  }

  private void check(
      Step.KeyRef key, KeyProvider keys, TreeSet<String> missing, TreeSet<String> changed) {
    check(
        key.toString(),
        () -> keys.partner(key.partner()).fingerprint(KeyUse.of(key.use())),
        missing,
        changed);
  }

  private void check(
      String key, Supplier<String> fingerprint, TreeSet<String> missing, TreeSet<String> changed) {
    try {
      String now = fingerprint.get();
      String then = remembered.putIfAbsent(key, now);
      if (then != null && !then.equals(now)) {
        changed.add(changed(key, then, now));
      }
    } catch (KeyException without) {
      missing.add(String.valueOf(without.getMessage()));
    }
  }

  private static String changed(String key, String then, String now) {
    return String.format(
        "the key %s is not the one that the job's state was made with (then %s, now %s): the same"
            + " value would get another token; put the former key back, or, if new tokens are"
            + " meant, start without the state",
        key, then, now);
  }

  /** All keys ever used, those that no release needs now among them. */
  List<KeyFingerprintState> states() {
    return remembered.entrySet().stream()
        .map(entry -> new KeyFingerprintState(entry.getKey(), entry.getValue()))
        .toList();
  }
}

package dev.weir.operators.stage;

import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The keys of releases, tried before a job is submitted. */
public final class NeededKeys {

  private NeededKeys() {}

  /**
   * Opens every key that the releases need, and has each read a token that it makes where it can.
   * Where they need none, nothing is opened.
   *
   * @return what is wrong, each once; empty if all are there
   */
  public static List<KeyException> problems(Collection<ReleasePlan> releases, KeySource source) {
    List<Step.KeyRef> needed =
        releases.stream().flatMap(release -> release.keys().stream()).distinct().toList();
    List<KeyException> problems = new ArrayList<>();
    boolean subjects =
        releases.stream().anyMatch(release -> release.erases() || release.cohort() != null);
    if (!needed.isEmpty() || subjects) {
      tryAll(needed, subjects, source, problems);
    }
    return problems;
  }

  private static void tryAll(
      List<Step.KeyRef> needed, boolean subjects, KeySource source, List<KeyException> problems) {
    try {
      KeyProvider keys = source.open();
      needed.forEach(
          key -> tryOne(() -> keys.partner(key.partner()).prove(KeyUse.of(key.use())), problems));
      if (subjects) {
        tryOne(() -> requireSubjects(keys), problems);
      }
    } catch (KeyException closed) {
      problems.add(closed);
    }
  }

  private static void requireSubjects(KeyProvider keys) {
    var unused = keys.subjects().fingerprint();
  }

  private static void tryOne(Runnable proof, List<KeyException> problems) {
    try {
      proof.run();
    } catch (KeyException missing) {
      boolean said =
          problems.stream()
              .anyMatch(p -> String.valueOf(p.getMessage()).equals(missing.getMessage()));
      if (!said) {
        problems.add(missing);
      }
    }
  }
}

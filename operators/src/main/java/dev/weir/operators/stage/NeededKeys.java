package dev.weir.operators.stage;

import dev.weir.plan.JobPlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.ArrayList;
import java.util.List;

/** The keys of releases, tried before a job is submitted. */
public final class NeededKeys {

  private NeededKeys() {}

  /**
   * Opens every key that the plan needs, and has each read a token that it makes where it can.
   * Where it needs none, nothing is opened.
   *
   * @param commanded whether the job obeys commands, so that subjects may be purged
   * @return what is wrong, each once; empty if all are there
   */
  public static List<KeyException> problems(JobPlan plan, boolean commanded, KeySource source) {
    List<Step.KeyRef> needed =
        plan.releases().stream().flatMap(release -> release.keys().stream()).distinct().toList();
    List<KeyException> problems = new ArrayList<>();
    boolean subjects =
        plan.products().stream()
            .anyMatch(product -> product.namesSubjects() || commanded && product.waits());
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

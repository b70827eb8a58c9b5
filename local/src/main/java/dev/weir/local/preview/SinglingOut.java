package dev.weir.local.preview;

import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many people of a sample a release singles out: those of whom some released record, its tokens
 * left aside, is like no other person's. Records without a subject count for nobody. Confined to
 * one thread.
 */
public final class SinglingOut {

  /** Stands for more than one person; a subject has a sign before it, so that none is called so. */
  private static final String SEVERAL = "";

  private final ReleasePlan release;
  private final Set<String> people = new HashSet<>();
  private final Map<String, String> bearers = new HashMap<>();

  public SinglingOut(ReleasePlan release) {
    this.release = release;
  }

  /**
   * @param subject the person's key in the source, as text
   * @param released the record as it leaves, as JSON
   */
  public void add(String subject, byte[] released) throws IOException {
    people.add(subject);
    bearers.merge(
        NonTokenValues.of(release.output(), released),
        "=" + subject,
        (one, other) -> one.equals(other) ? one : SEVERAL);
  }

  /** The people of whom a record was released. */
  public int people() {
    return people.size();
  }

  public int singledOut() {
    Set<String> alone = new HashSet<>(bearers.values());
    alone.remove(SEVERAL);
    return alone.size();
  }
}

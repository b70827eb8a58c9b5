package dev.weir.local.preview;

import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tokens of a sample's cohorts are worth to somebody who knows some rows of a person: whose
 * token is the only one with all of them (unicity, de Montjoye et al. 2013). A box hides who has a
 * row, not that several are of one person. Confined to one thread.
 */
public final class KnownRows {

  private final ReleasePlan release;
  private final Map<String, Set<String>> bearers = new HashMap<>();
  private final Map<String, List<String>> rowsOf = new LinkedHashMap<>();

  /**
   * How many people are found.
   *
   * @param people who have so many different rows
   * @param found of them, who alone has the first so many
   */
  public record Found(int people, int found) {}

  KnownRows(ReleasePlan release) {
    this.release = release;
  }

  void add(String subject, byte[] released) throws IOException {
    String row = NonTokenValues.of(release.output(), released);
    if (bearers.computeIfAbsent(row, unseen -> new HashSet<>()).add(subject)) {
      rowsOf.computeIfAbsent(subject, unseen -> new ArrayList<>()).add(row);
    }
  }

  /** By so many known rows. */
  public Found by(int rows) {
    int people = 0;
    int found = 0;
    for (List<String> own : rowsOf.values()) {
      if (own.size() >= rows) {
        people++;
        Set<String> left = new HashSet<>(bearers.getOrDefault(own.get(0), Set.of()));
        own.subList(1, rows).forEach(row -> left.retainAll(bearers.getOrDefault(row, Set.of())));
        found += left.size() == 1 ? 1 : 0;
      }
    }
    return new Found(people, found);
  }
}

package dev.weir.local.risk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import dev.weir.privacy.risk.ClassSizes;
import dev.weir.privacy.risk.JournalistRisk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Released rows by what they show of quasi-identifiers. Confined to one thread. */
public final class ReleasedClasses {

  private final RiskFields fields;
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private long rows;

  public ReleasedClasses(RiskFields fields) {
    this.fields = fields;
  }

  /**
   * @param row as released
   */
  public void add(JsonNode row) {
    rows++;
    String shown =
        fields.quasiIdentifiers().stream()
            .map(path -> value(row, path.segments()))
            .collect(Collectors.joining("\n"));
    FieldPath person = fields.person();
    boolean another = person == null || seen.add(value(row, person.segments()) + "\n" + shown);
    if (another) {
      sizes.merge(shown, 1, Integer::sum);
    }
  }

  /** JSON of the value, which no line break stands in; of each item, if it is in an array. */
  private static String value(JsonNode node, List<Segment> path) {
    if (path.isEmpty()) {
      return node.isMissingNode() ? "null" : node.toString();
    }
    JsonNode below = node.path(path.get(0).name());
    List<Segment> rest = path.subList(1, path.size());
    if (!path.get(0).items()) {
      return value(below, rest);
    }
    StringBuilder items = new StringBuilder("[");
    below.forEach(item -> items.append(value(item, rest)).append(','));
    return items.append(']').toString();
  }

  public long rows() {
    return rows;
  }

  /** How many people, or rows if nothing says who is the same, each class has; empty: no rows. */
  public Optional<ClassSizes> sizes() {
    return sizes.isEmpty() ? Optional.empty() : Optional.of(ClassSizes.of(sizes.values()));
  }

  /**
   * How many people each class has at least, where a token is bound to a crowd of its own: somebody
   * who was in several crowds has one of each. No crowd shows fewer than k, and nobody is in one
   * twice; so n tokens are of at most n / k crowds, and the largest of these is of as many people
   * as the mean. A class of fewer than k is a part of one, and may be of one person; so may each
   * where no token leaves.
   *
   * @param k people of each crowd
   * @return empty: no rows
   */
  public Optional<ClassSizes> fewest(int k) {
    return sizes.isEmpty()
        ? Optional.empty()
        : Optional.of(ClassSizes.of(sizes.values().stream().map(n -> fewest(n, k)).toList()));
  }

  private int fewest(int counted, int k) {
    int crowds = counted / k;
    return fields.person() == null || crowds == 0 ? 1 : (counted + crowds - 1) / crowds;
  }

  /**
   * Each class beside its class of a population.
   *
   * @return empty if the population lacks somebody who was released
   */
  public Optional<List<JournalistRisk.Matched>> within(ReleasedClasses population) {
    boolean whole =
        sizes.entrySet().stream()
            .allMatch(one -> population.sizes.getOrDefault(one.getKey(), 0) >= one.getValue());
    return whole ? Optional.of(matched(population)) : Optional.empty();
  }

  private List<JournalistRisk.Matched> matched(ReleasedClasses population) {
    return sizes.entrySet().stream()
        .map(
            one ->
                new JournalistRisk.Matched(
                    one.getValue(), population.sizes.getOrDefault(one.getKey(), 0)))
        .toList();
  }
}

package dev.weir.plan.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlanJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** What a plan changes against an earlier one. */
public final class PlanChanges {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanChanges() {}

  /** An earlier plan as {@code weir plan} has printed it; empty if the text is none. */
  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode plan = JSON.readTree(text);
      boolean whole = plan.path("products").isArray() && plan.path("sink").path("uid").isTextual();
      return whole ? Optional.of(plan) : Optional.empty();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  /**
   * All that is different, by kind and then by release; the last says whether a savepoint fits.
   *
   * @param before see {@link #read}
   */
  public static List<PlanChange> between(JsonNode before, JobPlan now) {
    return between(before, read(PlanJson.write(now)).orElseThrow());
  }

  /** As above, of two that were printed. */
  public static List<PlanChange> between(JsonNode before, JsonNode after) {
    boolean sources = before.has("sources") && after.has("sources");
    PrintedPlan old = new PrintedPlan(before, sources);
    PrintedPlan next = new PrintedPlan(after, sources);
    List<PlanChange> changes = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(old.releases().keySet());
    names.addAll(next.releases().keySet());
    names.forEach(
        name ->
            new ReleaseChanges(name, changes)
                .between(old.releases().get(name), next.releases().get(name)));
    both(old.products(), next.products(), changes).forEach(ProductChanges::between);
    both(old.sources(), next.sources(), changes).forEach(ProductChanges::ofSource);
    new QuotaChanges(old.quotas(), next.quotas(), changes).all();
    new StateChanges(old.state(), next.state(), changes).all();
    changes.sort(Comparator.comparing(PlanChange::kind));
    return List.copyOf(changes);
  }

  /** What is in both, by its name. */
  private static List<Terms> both(
      Map<String, JsonNode> before, Map<String, JsonNode> now, List<PlanChange> changes) {
    return before.keySet().stream()
        .filter(now::containsKey)
        .map(
            name ->
                new Terms(
                    name,
                    Objects.requireNonNull(before.get(name)),
                    Objects.requireNonNull(now.get(name)),
                    changes))
        .toList();
  }
}

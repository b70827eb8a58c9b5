package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** A plan as printed: what is compared of it, by name. */
final class PrintedPlan {

  private final Map<String, JsonNode> products = new TreeMap<>();
  private final Map<String, JsonNode> releases = new TreeMap<>();
  private final Map<String, String> operators = new TreeMap<>();

  PrintedPlan(JsonNode plan) {
    plan.get("products").forEach(this::product);
    if (plan.has("control")) {
      operators.put(plan.get("control").asText(), "which commands were obeyed");
    }
    JsonNode sink = plan.get("sink");
    operators.put(sink.get("uid").asText(), "transactions that are not committed yet");
    if (sink.has("progressUid")) {
      operators.put(sink.get("progressUid").asText(), "what was released so far");
    }
  }

  private void product(JsonNode product) {
    products.put(product.path("product").asText() + "/" + product.path("object").asText(), product);
    operators.put(product.path("sourceUid").asText(), "how far the source was read");
    operators.put(product.path("treatUid").asText(), "which keys tokens were made with");
    product.path("releases").forEach(release -> release(product, release));
  }

  private void release(JsonNode product, JsonNode release) {
    releases.put(
        release.path("agreement").asText() + "/" + release.path("release").asText(), release);
    String treat = product.path("treatUid").asText();
    String beside = treat.substring(0, treat.lastIndexOf('/') + 1);
    for (JsonNode stage : release.path("stages")) {
      switch (stage.asText()) {
        case "remember" -> operators.put(beside + "remember", "random tokens and their values");
        case "assemble" -> operators.put(beside + "assemble", "records that wait for tokens");
        case "subject-key" -> operators.put(beside + "subject-key", "the keys of subjects");
        default -> {} // without state, or told above
      }
    }
  }

  /** By {@code <product>/<object>}. */
  Map<String, JsonNode> products() {
    return products;
  }

  /** By {@code <agreement>/<release>}. */
  Map<String, JsonNode> releases() {
    return releases;
  }

  /**
   * What the state is, by the uid of each operator that has some; that of the control channel by
   * its topic, for whichever operators obey it.
   */
  Map<String, String> operators() {
    return operators;
  }
}

package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A plan as printed: what is compared of it, by name. */
final class PrintedPlan {

  private final Map<String, JsonNode> products = new TreeMap<>();
  private final Map<String, JsonNode> releases = new TreeMap<>();
  private final Map<String, JsonNode> sources = new TreeMap<>();
  private final Map<String, JsonNode> quotas = new TreeMap<>();
  private final Map<String, String> state = new TreeMap<>();

  /**
   * @param withSources take what it reads into account: older builds did not print that
   */
  PrintedPlan(JsonNode plan, boolean withSources) {
    if (withSources) {
      plan.get("sources").forEach(one -> sources.put(one.path("product").asText(), one));
    }
    plan.get("products").forEach(this::product);
    if (plan.has("control")) {
      state.put(plan.get("control").asText(), "which commands were obeyed");
    }
    JsonNode sink = plan.get("sink");
    plan.path("quotas").forEach(quota -> quotas.put(quota.path("agreement").asText(), quota));
    if (restrains(plan)) {
      String uid = sink.get("uid").asText();
      state.put(
          uid.substring(0, uid.lastIndexOf('/') + 1) + "quota",
          "records that wait for a quota, and what has left of each");
    }
    state.put(sink.get("uid").asText(), "transactions that are not committed yet");
    if (sink.has("progressUid")) {
      state.put(
          sink.get("progressUid").asText() + of(sink.path("progressTopic")),
          "what was released so far");
      if (releases.values().stream().anyMatch(PrintedPlan::leavesAside)) {
        aside(sink);
      }
    }
  }

  /** See {@code SinkPlan#aside}, which is not printed. */
  private void aside(JsonNode sink) {
    String uid = sink.get("uid").asText();
    String beside = uid.substring(0, uid.lastIndexOf('/') + 1);
    state.put(
        beside + "aside-sink",
        "transactions that are not committed yet, of what has passed a quota, crowds or"
            + " statistics");
    state.put(
        beside + "aside-progress" + of(sink.path("progressTopic")),
        "what was released so far of that");
  }

  private static boolean leavesAside(JsonNode release) {
    return restrains(release) || release.has("cohort") || release.has("statistics");
  }

  private static boolean restrains(JsonNode plan) {
    return plan.findValues("stages").stream()
        .flatMap(stages -> StreamSupport.stream(stages.spliterator(), false))
        .anyMatch(stage -> stage.asText().equals("quota"));
  }

  private void product(JsonNode product) {
    String id = product.path("product").asText();
    products.put(id + "/" + product.path("object").asText(), product);
    JsonNode source = sources.get(id);
    String topic = source == null ? "" : of(source.path("topic"));
    state.put(product.path("sourceUid").asText() + topic, "how far the source was read");
    state.put(product.path("treatUid").asText(), "which keys tokens were made with");
    product.path("releases").forEach(release -> release(product, release));
  }

  /** Of a state that is worth something with that topic alone. */
  private static String of(JsonNode topic) {
    return " of " + topic.asText();
  }

  private void release(JsonNode product, JsonNode release) {
    releases.put(
        release.path("agreement").asText() + "/" + release.path("release").asText(), release);
    String treat = product.path("treatUid").asText();
    String beside = treat.substring(0, treat.lastIndexOf('/') + 1);
    if (release.has("cohort")) {
      state.put(
          release.path("cohort").path("uid").asText(), "who is in which crowd, and rows that wait");
    }
    if (release.has("statistics")) {
      state.put(release.path("statistics").path("uid").asText(), "what each person has added");
      String object = treat.substring(0, treat.lastIndexOf('/'));
      state.put(
          object.substring(0, object.lastIndexOf('/') + 1) + "statistics",
          "open windows, drawn ones that wait, and what was spent");
    }
    for (JsonNode stage : release.path("stages")) {
      switch (stage.asText()) {
        case "remember" -> state.put(beside + "remember", "random tokens and their values");
        case "assemble" -> state.put(beside + "assemble", "records that wait for tokens");
        case "subject-key" -> state.put(beside + "subject-key", "the keys of subjects");
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

  /** By agreement. */
  Map<String, JsonNode> quotas() {
    return quotas;
  }

  /** By product. */
  Map<String, JsonNode> sources() {
    return sources;
  }

  /**
   * What the state is, by the uid of each operator that has some, and the topic that it counts on,
   * if it does; that of the control channel by its topic, for whichever operators obey it.
   */
  Map<String, String> state() {
    return state;
  }
}

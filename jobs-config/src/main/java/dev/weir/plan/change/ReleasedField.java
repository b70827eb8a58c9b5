package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field that leaves.
 *
 * @param leaf as printed: the source's field, both types, the step
 * @param required whether the reader may rely on a value, or on the array that it is an item of
 */
record ReleasedField(JsonNode leaf, boolean required) {

  JsonNode step() {
    return leaf.path("step");
  }

  /** In one line, with all that a reader of the field notices. */
  String text() {
    return StepText.of(step());
  }

  /** What is true of it besides the step. */
  String form() {
    return "%s from %s %s, %s"
        .formatted(
            leaf.path("to").asText(),
            leaf.path("from").asText(),
            leaf.path("source").asText(),
            required ? "required" : "optional");
  }
}

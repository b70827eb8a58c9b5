package dev.weir.local.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import java.io.IOException;

/**
 * What a released record says besides its tokens, as one text: equal for records that say the same.
 */
final class NonTokenValues {

  private final StringBuilder text = new StringBuilder();

  private NonTokenValues() {}

  /**
   * @param released a record of that output, as JSON
   */
  static String of(Output.Fields output, byte[] released) throws IOException {
    NonTokenValues values = new NonTokenValues();
    values.append(output, ExactJson.MAPPER.readTree(released));
    return values.text.toString();
  }

  private static boolean isToken(Step step) {
    return step instanceof Step.Tokenize || step instanceof Step.CohortToken;
  }

  private void append(Output output, JsonNode value) {
    if (output instanceof Output.Fields fields) {
      text.append('{');
      fields.fields().forEach(field -> append(field.output(), value.path(field.name())));
    } else if (output instanceof Output.Items items) {
      text.append('[').append(value.size());
      value.forEach(item -> append(items.item(), item));
    } else if (output instanceof Output.Leaf leaf && !isToken(leaf.step())) {
      text.append(value.isMissingNode() ? "" : value).append('\n');
    }
  }
}

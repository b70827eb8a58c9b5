package dev.weir.config.agreement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.agreement.Treatment.Redact;
import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.TermVisitor;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code {with: x}}: a constant of any type, null among them. */
final class ConstantForm implements Form<Redact> {

  private static final String WITH = "with";

  @Override
  public Optional<Redact> read(Part part) {
    if (!(part.node() instanceof YamlMap map) || map.get(WITH) == null) {
      part.note(BindRule.MISSING_KEY, "The constant is missing", "Write " + asked());
      return Optional.empty();
    }
    map.entries().keySet().stream().filter(key -> !key.equals(WITH)).forEach(k -> unknown(part, k));
    return constant(part.key(WITH));
  }

  private static void unknown(Part part, String key) {
    part.key(key)
        .note(
            BindRule.UNKNOWN_KEY,
            "The language has no such key here",
            DidYouMean.mend(List.of(WITH), key));
  }

  private static Optional<Redact> constant(Part part) {
    if (!(part.node() instanceof YamlScalar scalar)) {
      part.note(BindRule.WRONG_TYPE, "A constant is a single value", "Write a value, or null");
      return Optional.empty();
    }
    return switch (scalar.kind()) {
      case NULL -> Optional.of(new Redact(null));
      case STRING -> Optional.of(new Redact(scalar.text()));
      case BOOLEAN -> Optional.of(new Redact(scalar.text().equalsIgnoreCase("true")));
      case INTEGER, NUMBER ->
          Numbers.decimal("a number", null, null).read(part).map(number -> new Redact(number));
    };
  }

  @Override
  public String asked() {
    return "{with: the constant}, or redact alone";
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode with = schema.putObject("properties").putObject(WITH);
    with.putArray("type").add("string").add("number").add("boolean").add("null");
    schema.putArray("required").add(WITH);
    return schema.put("additionalProperties", false);
  }

  @Override
  public void terms(String term, Predicate<String> enter) {
    boolean unused = enter.test(term + "." + WITH);
  }

  @Override
  public void used(Part part, String term, TermVisitor enter) {
    Part with = part.key(WITH);
    enter.enter(term + "." + WITH, with.node().location(), with.path());
  }
}

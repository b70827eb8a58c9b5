package dev.weir.config.agreement;

import dev.weir.config.agreement.Treatment.Generalize;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Either;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Times;
import dev.weir.config.bind.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code generalize}: by a grid's step, a hierarchy, a prefix or a grid of places. */
final class GeneralizeForms {

  private record Step(String step) {}

  private record Hierarchy(String hierarchy) {}

  private record Grid(BigDecimal grid) {}

  private record Outer(Generalize generalize) {}

  static final Form<Generalize> FORM =
      Block.of(Outer.class)
          .with(
              "generalize",
              new Choice<>(
                  "a generalization",
                  new Words<>(Map.of("prefix", new Generalize(null, null, null, true))),
                  null,
                  blocks()))
          .as(Outer::generalize);

  private GeneralizeForms() {}

  private static Map<String, Form<? extends Generalize>> blocks() {
    Map<String, Form<? extends Generalize>> blocks = new LinkedHashMap<>();
    Form<String> width = Numbers.POSITIVE.as(BigDecimal::toPlainString);
    Form<String> period = Times.AMOUNT.as(Object::toString);
    blocks.put(
        "step",
        Block.of(Step.class)
            .with("step", Either.numberOr("a number above 0, or a period as P1Y", width, period))
            .as(block -> new Generalize(block.step(), null, null, false)));
    blocks.put(
        "hierarchy",
        Block.of(Hierarchy.class)
            .as(block -> new Generalize(null, block.hierarchy(), null, false)));
    blocks.put(
        "grid",
        Block.of(Grid.class)
            .with("grid", Numbers.POSITIVE)
            .as(block -> new Generalize(null, null, block.grid(), false)));
    return blocks;
  }
}

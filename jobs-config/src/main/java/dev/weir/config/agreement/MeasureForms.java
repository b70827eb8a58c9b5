package dev.weir.config.agreement;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Measure.Bounds;
import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sequence;
import dev.weir.config.bind.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures and groups of statistics. */
final class MeasureForms {

  private static final BigDecimal ONE = BigDecimal.ONE;

  static final Form<Groups> GROUPS =
      new Choice<Groups>(
          "which groups are shown",
          new Words<Groups>(Map.of("discover", new Groups.Discovered())),
          new Sequence<>(Scalars.VALUE, 1).as(Groups.Listed::new),
          Map.of());

  /** As they are written: the measure's name and what it is of under one key. */
  private record Distinct(String subject, BigDecimal share) {}

  private record Ranged(
      FieldPath field, List<BigDecimal> between, @Nullable BigDecimal step, BigDecimal share) {
    Bounds bounds() {
      return MeasureForms.bounds(between, step);
    }
  }

  private record Ranks(
      List<BigDecimal> ranks,
      FieldPath of,
      List<BigDecimal> between,
      @Nullable BigDecimal step,
      @Nullable Integer buckets,
      BigDecimal share) {}

  static final Form<Measure> FORM =
      new Choice<>(
          "a measure", new Words<Measure>(Map.of("count", new Measure.Count(ONE))), null, blocks());

  private MeasureForms() {}

  private static Map<String, Form<? extends Measure>> blocks() {
    Map<String, Form<? extends Measure>> blocks = new LinkedHashMap<>();
    blocks.put("countDistinct", distinct());
    blocks.put("sum", ranged("sum", r -> new Measure.Sum(r.field(), r.bounds(), r.share())));
    blocks.put("mean", ranged("mean", r -> new Measure.Mean(r.field(), r.bounds(), r.share())));
    blocks.put(
        "variance",
        ranged("variance", r -> new Measure.Variance(r.field(), r.bounds(), r.share())));
    blocks.put("quantiles", quantiles());
    blocks.put("histogram", histogram());
    return blocks;
  }

  private static Form<Measure> distinct() {
    return shared(
            Block.of(Distinct.class)
                .with("subject", new Words<>(Map.of("subject", "subject")))
                .named("subject", "countDistinct"))
        .as(block -> new Measure.CountDistinct(block.share()));
  }

  private static Form<Measure> ranged(String word, Function<Ranged, Measure> measure) {
    return shared(Block.of(Ranged.class).named("field", word))
        .with("between", between())
        .with("step", Numbers.POSITIVE)
        .as(measure);
  }

  private static Form<Measure> quantiles() {
    return shared(Block.of(Ranks.class).named("ranks", "quantiles"))
        .with("ranks", new Sequence<>(Numbers.fraction("a number above 0 and below 1"), 1))
        .with("between", between())
        .with("step", Numbers.POSITIVE)
        .with("buckets", Numbers.integer(2, 1_000_000))
        .as(
            block ->
                new Measure.Quantiles(
                    block.ranks(),
                    block.of(),
                    bounds(block.between(), block.step()),
                    block.buckets(),
                    block.share()));
  }

  private static Form<Measure> histogram() {
    return shared(Block.of(Measure.Histogram.class).named("field", "histogram"))
        .with("buckets", rising(2))
        .as(block -> block);
  }

  private static <R extends Record> Block<R> shared(Block<R> block) {
    return block.with("share", Numbers.POSITIVE).orElse("share", ONE);
  }

  private static Bounds bounds(List<BigDecimal> between, @Nullable BigDecimal step) {
    return new Bounds(between.get(0), between.get(between.size() - 1), step);
  }

  private static Form<List<BigDecimal>> between() {
    return rising(2).checked(MeasureForms::pair);
  }

  private static void pair(List<BigDecimal> between, Part part) {
    if (between.size() > 2) {
      part.note(BindRule.OUT_OF_RANGE, "There are more than two bounds", "Write [lower, upper]");
    }
  }

  private static Form<List<BigDecimal>> rising(int least) {
    return new Sequence<>(Numbers.decimal("a number", null, null), least)
        .checked(MeasureForms::order)
        .only(numbers -> numbers.size() >= least);
  }

  private static void order(List<BigDecimal> numbers, Part part) {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i).compareTo(numbers.get(i - 1)) <= 0) {
        part.note(BindRule.ORDER, "The numbers do not rise", "Write them from low to high");
        return;
      }
    }
  }
}

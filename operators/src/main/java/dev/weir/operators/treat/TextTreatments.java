package dev.weir.operators.treat;

import dev.weir.config.LogicalType;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles the steps of a plan that change a value. */
public final class TextTreatments {

  private TextTreatments() {}

  /** As {@link #compile}, for leaves of a release. */
  public static Function<Output.Leaf, TextTreatment> of(TokenKeys keys) {
    return leaf -> compile(leaf.step(), leaf.from(), keys);
  }

  /**
   * The treatment of one field, for one thread.
   *
   * @param from the source's type
   * @throws IllegalArgumentException if the step changes no value of that type, as {@code keep} and
   *     {@code redact} change none
   * @throws dev.weir.tokenization.KeyException if a key is missing
   */
  public static TextTreatment compile(Step step, LogicalType from, TokenKeys keys) {
    TextTreatment treatment = null;
    switch (from) {
      case STRING -> treatment = ofString(step, keys);
      case INTEGER -> treatment = ofInteger(step, keys);
      case NUMBER -> treatment = step instanceof Step.Bucket bucket ? new Bucket(bucket) : null;
      case DATE, TIMESTAMP -> treatment = ofTime(step, from == LogicalType.DATE, keys);
      default -> {}
    }
    if (treatment == null) {
      String what = step.getClass().getSimpleName();
      throw new IllegalArgumentException(what + " changes no value of type " + from.word());
    }
    return treatment;
  }

  private static @Nullable TextTreatment ofString(Step step, TokenKeys keys) {
    if (step instanceof Step.Mask mask) {
      return new Mask(mask);
    } else if (step instanceof Step.Truncate truncate) {
      return new Truncate(truncate.length());
    }
    return ofName(step, keys);
  }

  /** No format is an integer's: a token of it may begin with zeros. */
  private static @Nullable TextTreatment ofInteger(Step step, TokenKeys keys) {
    if (step instanceof Step.Tokenize tokenize && tokenize.format() != null) {
      return null;
    }
    return step instanceof Step.Bucket bucket ? new Bucket(bucket) : ofName(step, keys);
  }

  /** Of what names something: strings and integers. */
  private static @Nullable TextTreatment ofName(Step step, TokenKeys keys) {
    if (step instanceof Step.Tokenize tokenize) {
      return new Tokenize(keys.tokenizer(tokenize));
    } else if (step instanceof Step.Replace replace) {
      return new Replace(replace);
    }
    return null;
  }

  private static @Nullable TextTreatment ofTime(Step step, boolean date, TokenKeys keys) {
    if (step instanceof Step.Shift shift) {
      return new Shift(keys.shiftDays(shift));
    } else if (step instanceof Step.Round round) {
      return date ? new RoundDate(round.unit()) : new RoundTimestamp(round.unit(), zone(round));
    }
    return null;
  }

  private static @Nullable ZoneId zone(Step.Round round) {
    return round.zone() == null ? null : ZoneId.of(round.zone());
  }
}

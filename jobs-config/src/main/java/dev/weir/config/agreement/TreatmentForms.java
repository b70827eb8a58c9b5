package dev.weir.config.agreement;

import dev.weir.config.agreement.Treatment.Bucket;
import dev.weir.config.agreement.Treatment.Drop;
import dev.weir.config.agreement.Treatment.Keep;
import dev.weir.config.agreement.Treatment.Mask;
import dev.weir.config.agreement.Treatment.Redact;
import dev.weir.config.agreement.Treatment.Replace;
import dev.weir.config.agreement.Treatment.Round;
import dev.weir.config.agreement.Treatment.Shift;
import dev.weir.config.agreement.Treatment.Truncate;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** Treatments: a word, or a word with its settings. */
final class TreatmentForms {

  private static final String STAR = "*";
  private static final int LONGEST = 1 << 20;

  private static final Block<Mask> MASK =
      Block.of(Mask.class)
          .with("keepFirst", Numbers.integer(1, LONGEST))
          .orElse("keepFirst", 0)
          .with("keepLast", Numbers.integer(1, LONGEST))
          .orElse("keepLast", 0)
          .with(
              "with",
              Scalars.text(
                  "one character", "(?:[^\\uD800-\\uDFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF])"))
          .orElse("with", STAR)
          .with("length", Numbers.integer(1, LONGEST));

  private static final Block<Replace> REPLACE = Block.of(Replace.class);

  private static final Block<Shift> SHIFT =
      Block.of(Shift.class).with("maxDays", Numbers.integer(1, 36_525));

  private record MaskBlock(Mask mask) {}

  private record RedactBlock(Redact redact) {}

  private record ShiftBlock(Shift shift) {}

  private record ReplaceBlock(Replace replace) {}

  static final Form<Treatment> FORM =
      new Choice<>("a treatment", new Words<>(words()), null, blocks());

  private TreatmentForms() {}

  private static Map<String, Treatment> words() {
    Map<String, Treatment> words = new LinkedHashMap<>();
    words.put("keep", new Keep());
    words.put("drop", new Drop());
    words.put("redact", new Redact(null));
    words.put("mask", new Mask(0, 0, STAR, null));
    words.put("tokenize", TokenForms.BARE);
    return words;
  }

  private static Map<String, Form<? extends Treatment>> blocks() {
    Map<String, Form<? extends Treatment>> blocks = new LinkedHashMap<>();
    blocks.put(
        "redact",
        Block.of(RedactBlock.class).with("redact", new ConstantForm()).as(RedactBlock::redact));
    blocks.put("mask", Block.of(MaskBlock.class).with("mask", MASK).as(MaskBlock::mask));
    blocks.put(
        "truncate",
        Block.of(Truncate.class)
            .with("length", Numbers.integer(1, LONGEST))
            .named("length", "truncate"));
    blocks.put("round", Block.of(Round.class).named("unit", "round"));
    blocks.put(
        "bucket", Block.of(Bucket.class).with("width", Numbers.POSITIVE).named("width", "bucket"));
    blocks.put("shift", Block.of(ShiftBlock.class).with("shift", SHIFT).as(ShiftBlock::shift));
    blocks.put(
        "replace", Block.of(ReplaceBlock.class).with("replace", REPLACE).as(ReplaceBlock::replace));
    blocks.put("tokenize", TokenForms.FORM);
    blocks.put("generalize", GeneralizeForms.FORM);
    return blocks;
  }
}

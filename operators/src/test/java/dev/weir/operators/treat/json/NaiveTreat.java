package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Treats a record's tree: what leaves as a tree again, or why nothing does. */
final class NaiveTreat {

  private final @Nullable FieldPath keyField;
  private final @Nullable String subject;

  private @Nullable Rejection first;
  private String key = "";

  private NaiveTreat(ReleasePlan release, ProductPlan plan, Tree.Obj record) {
    keyField = release.keyField();
    Tree.Scalar own = NaiveDecode.at(plan.subject(), record);
    subject = own == null || own.text().isEmpty() ? null : canonical(own);
  }

  /**
   * @param record null if it is refused
   * @param key empty if there is none
   */
  record Left(@Nullable Rejection refused, @Nullable Tree record, String key) {}

  /**
   * @param record without faults
   */
  static Left treat(ReleasePlan release, ProductPlan plan, Tree.Obj record) {
    NaiveTreat treat = new NaiveTreat(release, plan, record);
    Tree left = treat.object(record, release.output());
    return treat.first == null ? new Left(null, left, treat.key) : new Left(treat.first, null, "");
  }

  private Tree object(Tree.Obj object, Output.Fields output) {
    List<Tree.Member> left = new ArrayList<>();
    for (Output.Field field : output.fields()) {
      Tree value = object.get(field.name());
      if (value != null) {
        left.add(new Tree.Member(field.name(), value(value, field.output())));
      }
    }
    return new Tree.Obj(left);
  }

  private Tree value(Tree value, Output output) {
    if (Tree.isNull(value)) {
      return value;
    } else if (output instanceof Output.Fields fields) {
      return object((Tree.Obj) value, fields);
    } else if (output instanceof Output.Items items) {
      List<Tree> left = new ArrayList<>();
      ((Tree.Arr) value).items().forEach(item -> left.add(value(item, items.item())));
      return new Tree.Arr(left);
    }
    return leaf((Tree.Scalar) value, (Output.Leaf) output);
  }

  private Tree leaf(Tree.Scalar value, Output.Leaf leaf) {
    if (leaf.step() instanceof Step.Keep) {
      return value;
    } else if (leaf.step() instanceof Step.Redact redact) {
      byte[] constant = redact.json().getBytes(StandardCharsets.UTF_8);
      return Objects.requireNonNull(new StrictJson().parse(constant, 0));
    }
    Object treated = NaiveSteps.apply(canonical(value), leaf.from(), leaf.step(), subject);
    if (treated instanceof Reason reason) {
      first = first == null ? new Rejection(reason, leaf.source()) : first;
      return value;
    }
    if (leaf.step() instanceof Step.Tokenize && leaf.source().equals(keyField)) {
      key = treated.toString();
    }
    boolean number = leaf.step() instanceof Step.Bucket;
    Tree.Kind kind = number ? Tree.Kind.NUMBER : Tree.Kind.STRING;
    return new Tree.Scalar(kind, treated.toString(), null);
  }

  /** Of an integer the one text that says it. */
  private static String canonical(Tree.Scalar value) {
    boolean number = value.kind() == Tree.Kind.NUMBER;
    return number && value.text().equals("-0") ? "0" : value.text();
  }
}

package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import org.jspecify.annotations.Nullable;

/** Writes one release of JSON events as JSON, one object on one line. */
public final class JsonTreater implements Treater {

  private final WriteFields record;
  private final JsonLayout.@Nullable Leaf subject;
  private final Work work = new Work();

  private JsonTreater(WriteFields record, JsonLayout.@Nullable Leaf subject) {
    this.record = record;
    this.subject = subject;
  }

  /**
   * A treater for one thread, of events that a decoder of the same product has decoded.
   *
   * @throws IllegalArgumentException if the release does not fit the product
   * @throws dev.weir.tokenization.KeyException if a key is missing
   */
  public static JsonTreater compile(ReleasePlan release, ProductPlan product, TokenKeys keys) {
    JsonLayout layout = JsonLayout.of(product.record());
    ReleaseCompiler compiler =
        new ReleaseCompiler(TextTreatments.of(keys), release.keyField(), null);
    WriteFields record = compiler.fields(release.output(), (JsonLayout.Fields) layout.root());
    return new JsonTreater(record, subject(release, product, layout));
  }

  /** Where the subject is read; null: nobody asks, as only a shift does, or there is none. */
  static JsonLayout.@Nullable Leaf subject(
      ReleasePlan release, ProductPlan product, JsonLayout layout) {
    FieldPath path = product.subject();
    return path == null || !release.shifts() ? null : layout.leaf(path);
  }

  @Override
  public @Nullable Rejection treat(Event event, ByteOutput value, ByteOutput key) {
    byte[] source = event.source().value();
    if (source == null || event.rejection() != null) {
      return Rejection.of(Reason.MALFORMED); // nobody asks; if so, nothing leaves
    }
    work.begin(source, event.spans(), value, key);
    if (subject != null) {
      work.setSubject(subject);
    }
    return record.write(work, 0);
  }

  @Override
  public int cells() {
    return work.cells;
  }
}

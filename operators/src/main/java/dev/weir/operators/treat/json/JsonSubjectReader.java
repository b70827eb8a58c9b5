package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Event;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.ProductPlan;
import org.jspecify.annotations.Nullable;

/** Reads the subject of JSON events. */
public final class JsonSubjectReader implements SubjectReader {

  private final JsonLayout.@Nullable Leaf subject;
  private final Work work = new Work();
  private final ByteOutput nothing = new ByteOutput(0);

  public JsonSubjectReader(ProductPlan product) {
    FieldPath path = product.subject();
    subject = path == null ? null : JsonLayout.of(product.record()).leaf(path);
  }

  @Override
  public Slice read(Event event) {
    byte[] source = event.source().value();
    work.begin(source == null ? new byte[0] : source, event.spans(), nothing, nothing);
    if (subject != null && event.rejection() == null) {
      work.setSubject(subject);
    }
    return work.subject;
  }
}

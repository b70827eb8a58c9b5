package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of JSON events. */
public final class JsonValueTexts implements ValueTexts {

  private final List<JsonLayout.Leaf> leaves = new ArrayList<>();
  private final Work work = new Work();
  private final ByteOutput nothing = new ByteOutput(0);

  public JsonValueTexts(ProductPlan product, List<FieldPath> paths) {
    JsonLayout layout = JsonLayout.of(product.record());
    for (FieldPath path : paths) {
      JsonLayout.Leaf leaf = layout.leaf(path);
      if (leaf == null) {
        throw new IllegalArgumentException("the plan counts what it does not read: " + path);
      }
      leaves.add(leaf);
    }
  }

  @Override
  public @Nullable Rejection turnTo(Event event) {
    byte[] source = event.source().value();
    if (source == null || event.rejection() != null) {
      return Rejection.of(Reason.MALFORMED); // nobody asks; if so, nothing is counted
    }
    work.begin(source, event.spans(), nothing, nothing);
    return null;
  }

  @Override
  public @Nullable Slice text(int leaf) {
    int start = work.spans[leaves.get(leaf).slot()];
    if (start == JsonLayout.ABSENT || start == JsonLayout.NULL) {
      return null;
    }
    work.setText(leaves.get(leaf), 0);
    return work.text;
  }
}

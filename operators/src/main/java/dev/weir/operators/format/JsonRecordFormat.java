package dev.weir.operators.format;

import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.json.JsonDecoder;
import dev.weir.plan.ProductPlan;

/** JSON, one object a record ({@code json}). */
public record JsonRecordFormat(RecordLimits limits) implements JsonOut {

  @Override
  public Decoder decoder(ProductPlan product) {
    return JsonDecoder.compile(product, limits.recordBytes(), limits.depth());
  }
}

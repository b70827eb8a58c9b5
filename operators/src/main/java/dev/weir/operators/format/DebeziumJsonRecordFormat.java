package dev.weir.operators.format;

import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.json.DebeziumDecoder;
import dev.weir.plan.ProductPlan;

/** Debezium's change events as JSON ({@code debezium-json}); what leaves is the row, as JSON. */
public record DebeziumJsonRecordFormat(RecordLimits limits) implements JsonOut {

  @Override
  public Decoder decoder(ProductPlan product) {
    return DebeziumDecoder.compile(product, limits.recordBytes(), limits.depth());
  }
}

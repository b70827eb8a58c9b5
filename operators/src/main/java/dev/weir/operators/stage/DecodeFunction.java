package dev.weir.operators.stage;

import dev.weir.operators.decode.Decoder;
import dev.weir.operators.metrics.SourceCounts;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.NoRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ProductPlan;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Source records to events, one for one. What holds no record, as a tombstone or a blank line, is
 * counted and goes no further; what cannot be decoded goes on as a rejected event.
 */
public final class DecodeFunction extends ProcessFunction<SourceRecord, Event> {
  private static final long serialVersionUID = 1L;

  private final ProductPlan product;
  private final RecordFormat format;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient Decoder decoder;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient SourceCounts counts;

  public DecodeFunction(ProductPlan product, RecordFormat format) {
    this.product = product;
    this.format = format;
  }

  @Override
  public void open(OpenContext context) {
    counts = SourceCounts.register(getRuntimeContext(), product);
    decoder = format.decoder(product);
  }

  @Override
  public void processElement(SourceRecord record, Context context, Collector<Event> out) {
    byte[] value = record.value();
    if (value == null) {
      counts.count(NoRecord.TOMBSTONE);
    } else if (value.length > 0) {
      Event event = decode(record);
      if (event != null) {
        out.collect(event);
      }
    } else if (record.partition() < 0) {
      counts.count(NoRecord.BLANK);
    } else {
      out.collect(Event.rejected(record, Rejection.of(Reason.MALFORMED)));
    }
  }

  /** Null if the value holds no record, which is counted. */
  private @Nullable Event decode(SourceRecord record) {
    try {
      NoRecord none = decoder.noRecord(record);
      if (none != null) {
        counts.count(none);
        return null;
      }
      return decoder.decode(record);
    } catch (UncheckedIOException fromOutside) {
      throw fromOutside; // a registry that is away comes back: worth a restart
    } catch (RuntimeException unexpected) {
      throw JobStoppedException.defect("decoding " + product.product() + " " + record, unexpected);
    }
  }

  @Override
  public void close() throws Exception {
    if (decoder instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}

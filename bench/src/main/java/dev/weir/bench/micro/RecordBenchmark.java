package dev.weir.bench.micro;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.bench.naive.NaiveTreatment;
import dev.weir.bench.orders.FixedKeys;
import dev.weir.bench.orders.OrderFormat;
import dev.weir.bench.orders.OrderPlan;
import dev.weir.bench.orders.OrderPolicy;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One order: decoded; decoded and treated; and treated the naive way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init") // set up before any measuring
public class RecordBenchmark {

  private static final int RECORDS = 1024;

  @Param public OrderFormat format;

  private final byte[][] records = new byte[RECORDS][];
  private final ByteOutput value = new ByteOutput(1024);
  private final ByteOutput key = new ByteOutput(256);
  private Decoder decoder;
  private Treater treater;
  private NaiveTreatment naive;
  private int next;

  @Setup
  public void setUp() throws GeneralSecurityException {
    KeysetHandle keyset = NewKeyset.of(KeyUse.DETERMINISTIC);
    PartnerKeys keys = PartnerKeys.of(OrderPolicy.PARTNER, Map.of(KeyUse.DETERMINISTIC, keyset));
    ProductPlan product = OrderPlan.of("orders.v1", "dead-letters").products().get(0);
    decoder = format.weir().decoder(product);
    treater =
        format
            .weir()
            .treater(product, product.releases().get(0), new PartnerTokenKeys(new FixedKeys(keys)));
    naive = NaiveTreatment.of(format, keyset);
    for (int i = 0; i < RECORDS; i++) {
      records[i] = format.record(i);
    }
  }

  private byte[] record() {
    next = (next + 1) % RECORDS;
    return records[next];
  }

  @Benchmark
  public Event decode() {
    return decoder.decode(new SourceRecord(record(), 0, 0, 0));
  }

  @Benchmark
  public ByteOutput decodeAndTreat() {
    value.reset();
    key.reset();
    if (treater.treat(decode(), value, key) != null) {
      throw new IllegalStateException("the order was refused");
    }
    return value;
  }

  @Benchmark
  public NaiveTreatment.Treated naive() throws IOException, GeneralSecurityException {
    return naive.treat(record());
  }
}

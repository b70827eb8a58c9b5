package dev.weir.bench.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.bench.orders.FixedKeys;
import dev.weir.bench.orders.OrderFormat;
import dev.weir.bench.orders.OrderPlan;
import dev.weir.bench.orders.OrderPolicy;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only what does the same work may be compared in time. */
class NaiveAgainstWeirTest {

  private static final int RECORDS = 5_000;

  private final KeysetHandle keyset = NewKeyset.of(KeyUse.DETERMINISTIC);

  @ParameterizedTest
  @EnumSource
  void bothWays_giveTheSameKeysAndValues(OrderFormat format) throws Exception {
    PartnerKeys keys = PartnerKeys.of(OrderPolicy.PARTNER, Map.of(KeyUse.DETERMINISTIC, keyset));
    ProductPlan product = OrderPlan.of("orders.v1", "dead-letters").products().get(0);
    Decoder decoder = format.weir().decoder(product);
    Treater treater =
        format
            .weir()
            .treater(product, product.releases().get(0), new PartnerTokenKeys(new FixedKeys(keys)));
    NaiveTreatment naive = NaiveTreatment.of(format, keyset);
    for (int number = 0; number < RECORDS; number++) {
      byte[] record = format.record(number);
      ByteOutput value = new ByteOutput(1024);
      ByteOutput key = new ByteOutput(256);
      assertThat(treater.treat(decoder.decode(new SourceRecord(record, 0, 0, 0)), value, key))
          .isNull();
      NaiveTreatment.Treated expected = naive.treat(record);
      assertThat(value.toByteArray()).isEqualTo(expected.value());
      assertThat(key.toByteArray()).isEqualTo(expected.key());
    }
  }
}

package dev.weir.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFormatTest {

  @ParameterizedTest
  @EnumSource
  void number_isFoundInTheRecord(OrderFormat format) {
    assertThat(LongStream.of(0, 7, 199_999, 9_876_543_210L))
        .allSatisfy(number -> assertThat(OrderNumber.of(format.record(number))).isEqualTo(number));
    assertThat(OrderNumber.of(new byte[] {'O', '-', '2', '0'})).isEqualTo(OrderNumber.NONE);
  }

  /** The sizes that the goals were set with. */
  @Test
  void records_areOfTheGoalsSizes() {
    assertThat(meanLength(OrderFormat.JSON)).isBetween(396.0, 406.0);
    assertThat(meanLength(OrderFormat.AVRO)).isBetween(187.0, 197.0);
  }

  private static double meanLength(OrderFormat format) {
    return LongStream.range(0, 2_000).map(i -> format.record(i).length).average().orElseThrow();
  }

  @Test
  void bothFormats_holdTheSameOrder() throws Exception {
    for (long number = 0; number < 500; number++) {
      JsonNode json = new JsonMapper().readTree(OrderFormat.JSON.record(number));
      byte[] datum = OrderFormat.AVRO.record(number);
      GenericRecord avro =
          new GenericDatumReader<GenericRecord>(OrderAvro.SCHEMA)
              .read(null, DecoderFactory.get().binaryDecoder(datum, null));
      assertThat(json.size()).isEqualTo(OrderAvro.SCHEMA.getFields().size());
      for (String field : OrderPolicy.TOKENS) {
        assertThat(json.get(field).textValue()).isEqualTo(avro.get(field).toString());
      }
      assertThat(json.get("amount").doubleValue()).isEqualTo(avro.get("amount"));
    }
  }
}

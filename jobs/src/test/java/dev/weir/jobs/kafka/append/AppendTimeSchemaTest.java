package dev.weir.jobs.kafka.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class AppendTimeSchemaTest {

  @Test
  void onlyTheBrokersTimestamp_isAnAppendTime() throws Exception {
    AppendTimeSchema schema = new AppendTimeSchema(false);
    assertThat(appendTime(schema, TimestampType.LOG_APPEND_TIME)).isTrue();
    assertThat(appendTime(schema, TimestampType.CREATE_TIME)).isFalse();
    assertThat(appendTime(schema, TimestampType.NO_TIMESTAMP_TYPE)).isFalse();
  }

  @Test
  void producerThatIsTrusted_givesOneToo() throws Exception {
    AppendTimeSchema schema = new AppendTimeSchema(true);
    assertThat(appendTime(schema, TimestampType.CREATE_TIME)).isTrue();
    assertThat(appendTime(schema, TimestampType.LOG_APPEND_TIME)).isTrue();
    assertThat(appendTime(schema, TimestampType.NO_TIMESTAMP_TYPE)).isFalse();
  }

  private static boolean appendTime(AppendTimeSchema schema, TimestampType type) throws Exception {
    List<SourceRecord> out = new ArrayList<>();
    schema.deserialize(record(type), new ListCollector<>(out));
    assertThat(out).singleElement().satisfies(one -> assertThat(one.timestamp()).isEqualTo(123));
    return schema.gaveAppendTime();
  }

  private static ConsumerRecord<byte[], byte[]> record(TimestampType type) {
    byte[] bytes = {1};
    return new ConsumerRecord<>(
        "t", 3, 17, 123, type, 1, 1, bytes, bytes, new RecordHeaders(), Optional.empty());
  }
}

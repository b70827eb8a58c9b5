package dev.weir.jobs.kafka;

import dev.weir.operators.record.OutputRecord;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The connector's writer, made as {@link KafkaSink#restoreWriter} makes it. To find transactions
 * that an earlier attempt left open, that of 5.0.0 asks an admin client, which nothing closes:
 * every restart of every subtask would leave a thread that asks for brokers for ever. The client
 * has no other use, so it is closed here as soon as the writer has begun, or could not: of the one
 * that could not, the connector hands nothing out, which is why its constructor is called here.
 */
final class ConnectorWriter {

  private static final String WRITER = KafkaSink.class.getPackageName() + ".ExactlyOnceKafkaWriter";

  private ConnectorWriter() {}

  /**
   * A writer whose earlier transactions are taken back, and whose first is open.
   *
   * @throws IllegalStateException if the connector is not of the version that Weir was built with
   */
  static PrecommittingStatefulSinkWriter<OutputRecord, KafkaWriterState, KafkaCommittable> begin(
      KafkaSink<OutputRecord> sink, WriterInitContext context, Collection<KafkaWriterState> state) {
    try {
      return begin(made(sink, context, state));
    } catch (InvocationTargetException e) {
      ExceptionUtils.rethrow(e.getCause());
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "flink-connector-kafka is not of the version that Weir was built with; take out of the"
              + " cluster's lib directory what it has of it",
          e);
    }
  }

  @SuppressWarnings("unchecked")
  private static PrecommittingStatefulSinkWriter<OutputRecord, KafkaWriterState, KafkaCommittable>
      begin(Object writer) throws ReflectiveOperationException {
    try {
      Method initialize = writer.getClass().getMethod("initialize");
      initialize.setAccessible(true);
      initialize.invoke(writer);
    } finally {
      if (value(writer, "adminClient") instanceof Admin admin) {
        admin.close(Duration.ZERO);
      }
    }
    return (PrecommittingStatefulSinkWriter<OutputRecord, KafkaWriterState, KafkaCommittable>)
        writer;
  }

  private static Object made(
      KafkaSink<OutputRecord> sink, WriterInitContext context, Collection<KafkaWriterState> state)
      throws ReflectiveOperationException {
    TransactionNamingStrategy naming = TransactionNamingStrategy.POOLING;
    return constructor()
        .newInstance(
            DeliveryGuarantee.EXACTLY_ONCE,
            value(sink, "kafkaProducerConfig"),
            value(sink, "transactionalIdPrefix"),
            context,
            value(sink, "recordSerializer"),
            context.asSerializationSchemaInitializationContext(),
            value(naming, "abortImpl"),
            value(naming, "impl"),
            state);
  }

  private static Constructor<?> constructor() throws ReflectiveOperationException {
    Class<?> writer = Class.forName(WRITER, true, KafkaSink.class.getClassLoader());
    Constructor<?> only = writer.getDeclaredConstructors()[0];
    only.setAccessible(true);
    return only;
  }

  private static @Nullable Object value(Object of, String name)
      throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}

package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.kafka.append.AppendTime;
import dev.weir.jobs.kafka.append.AppendTimeSource;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.state.StreamType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Lateness that depends on nobody else: what makes event time go on, on a broker. */
class AppendTimeTest {

  private static final Duration ALLOWANCE = Duration.ofSeconds(2);
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  /** So long nothing happens, if nothing is to: what would make it happen takes a second. */
  private static final Duration QUIET = WINDOW.plus(ALLOWANCE).plusSeconds(5);

  private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  private static EmbeddedBroker broker;
  private static LocalCluster cluster;
  private static Admin admin;
  private static KafkaProducer<byte[], byte[]> producer;

  private final Path directory;
  private final String topic;
  private @Nullable JobID job;

  AppendTimeTest(TestInfo test, @TempDir Path directory) {
    this.directory = directory;
    this.topic = test.getTestMethod().orElseThrow().getName();
  }

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.inTemporaryDirectory();
    broker.start();
    cluster = LocalCluster.start(1, 3);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    producer = producer(Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    producer.close();
    admin.close();
    cluster.close();
    broker.close();
  }

  @BeforeEach
  void create() throws Exception {
    SEEN.clear();
    admin
        .createTopics(
            List.of(
                new NewTopic(topic, Optional.of(2), Optional.empty())
                    .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
        .all()
        .get();
  }

  @AfterEach
  void cancel() {
    if (job != null && !cluster.status(job).isGloballyTerminalState()) {
      cluster.cancel(job);
    }
  }

  /** One subtask of three has no partition, and one partition never had a record. */
  @Test
  void quietPartition_andSubtaskWithoutOne_goByTheClock() throws Exception {
    run(appendTimes(), 3, null);
    awaitReading();
    long appended = put(producer, 0, "a", null);
    awaitFired("a");
    assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(earliest(appended));
  }

  @Test
  void transactionHolds_whileItIsOpen_andItsMarksDoNot() throws Exception {
    run(appendTimes(), 2, null);
    try (KafkaProducer<byte[], byte[]> writer = producer(Map.of("transactional.id", topic))) {
      writer.initTransactions();
      writer.beginTransaction();
      put(writer, 1, "open", null);
      put(producer, 0, "a", null);
      await().atMost(LONG).until(() -> SEEN.contains("record a"));
      Thread.sleep(QUIET.toMillis());
      assertThat(SEEN).containsExactly("record a");
      assertThat(settled()).containsExactly(0);
      writer.commitTransaction();
      awaitFired("a");
      awaitFired("open");
      assertThat(List.copyOf(SEEN).indexOf("record open"))
          .as("a window fires when all that it holds has come")
          .isLessThan(List.copyOf(SEEN).indexOf("fired a"));
      writer.beginTransaction();
      put(writer, 1, "aborted", null);
      writer.abortTransaction();
      put(producer, 0, "b", null);
      awaitFired("b");
      assertThat(SEEN).doesNotContain("record aborted");
    }
  }

  private List<Integer> settled() {
    Set<TopicPartition> both = Set.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    try (KafkaProbe probe = KafkaProbe.of(kafka())) {
      return probe.settledEnds(both).keySet().stream().map(TopicPartition::partition).toList();
    }
  }

  /** Its producer says tomorrow; only the broker's clock counts. */
  @Test
  void recordAheadOfTime_movesNothing() throws Exception {
    run(appendTimes(), 1, null);
    awaitReading();
    long appended = put(producer, 0, "a", null);
    long tomorrow = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
    put(producer, 0, "ahead", tomorrow);
    put(producer, 1, "ahead too", tomorrow);
    awaitFired("a");
    assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(earliest(appended));
  }

  /** It was written before the topic was given append times. */
  @Test
  void recordWithoutAnAppendTime_hasNone_andMovesNothing() throws Exception {
    stamp("CreateTime");
    put(producer, 0, "before", System.currentTimeMillis() - Duration.ofHours(1).toMillis());
    stamp("LogAppendTime");
    run(appendTimes(), 1, null);
    put(producer, 0, "a", null);
    awaitFired("a");
    assertThat(SEEN).contains("no time before");
  }

  private void stamp(String type) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    ConfigEntry entry = new ConfigEntry("message.timestamp.type", type);
    AlterConfigOp set = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    long hourAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
    boolean created = type.equals("CreateTime");
    // The broker tells of a setting before it goes by it.
    await().atMost(LONG).until(() -> (put(producer, 1, "stamped", hourAgo) == hourAgo) == created);
  }

  /** What the plain source has left is gone on with, and the other way round. */
  @Test
  void savepoint_isGoneOnFrom() throws Exception {
    Source<SourceRecord, ?, ?> plain =
        KafkaEnds.source(kafka(), topic, "g", new StartFrom.Earliest());
    run(plain, 2, null);
    put(producer, 0, "a", null);
    await().atMost(LONG).until(() -> SEEN.contains("record a"));
    String first = stopWithSavepoint();
    put(producer, 1, "b", null);
    run(appendTimes(), 3, first);
    awaitFired("a");
    awaitFired("b");
    put(producer, 1, "c", null);
    await().atMost(LONG).until(() -> SEEN.contains("record c"));
    String second = stopWithSavepoint();
    assertThat(SEEN).doesNotContain("fired c");
    run(appendTimes(), 1, second);
    put(producer, 1, "d", null);
    awaitFired("c");
    awaitFired("d");
    assertThat(SEEN).doesNotHaveDuplicates();
  }

  /** As long as nobody reads it, what is in it may be older than what others have. */
  @Test
  void newPartition_holdsAll_untilItIsRead() throws Exception {
    run(appendTimes(), 1, null);
    put(producer, 0, "a", null);
    awaitFired("a");
    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3))).all().get();
    put(producer, 2, "new", null);
    put(producer, 0, "b", null);
    Thread.sleep(QUIET.toMillis());
    List<String> seen = List.copyOf(SEEN);
    assertThat(seen).contains("record b");
    if (seen.contains("fired b")) { // the source has looked for partitions just now
      assertThat(seen.indexOf("record new")).isBetween(0, seen.indexOf("fired b"));
    }
  }

  private Source<SourceRecord, ?, ?> appendTimes() {
    return new AppendTimeSource(
        kafka(), topic, "g", new StartFrom.Earliest(), new AppendTime(false, ALLOWANCE));
  }

  private static KafkaCluster kafka() {
    return new KafkaCluster(broker.bootstrapServers(), Map.of());
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** When it was appended, once it was. */
  private long put(
      KafkaProducer<byte[], byte[]> with, int partition, String value, @Nullable Long timestamp)
      throws Exception {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return with.send(new ProducerRecord<>(topic, partition, timestamp, null, bytes))
        .get()
        .timestamp();
  }

  private void run(Source<SourceRecord, ?, ?> source, int parallelism, @Nullable String from) {
    Configuration settings = new Configuration();
    if (from != null) {
      SavepointRestoreSettings.toConfiguration(
          SavepointRestoreSettings.forPath(from, false), settings);
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(parallelism).enableCheckpointing(500);
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "read", StreamType.SOURCE_RECORD)
        .uid("read")
        .keyBy(record -> text(record), Types.STRING)
        .process(new Windows(), Types.STRING)
        .uid("windows")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    job = cluster.submit(environment.getStreamGraph());
  }

  private String stopWithSavepoint() throws Exception {
    return cluster.stopWithSavepoint(Objects.requireNonNull(job), directory.toUri());
  }

  /** What was appended before the job ran could be told of at once. */
  private void awaitReading() throws Exception {
    put(producer, 0, "first", null);
    await().atMost(LONG).until(() -> SEEN.contains("record first"));
  }

  private static long earliest(long appended) {
    return appended + WINDOW.toMillis() + ALLOWANCE.toMillis();
  }

  private static void awaitFired(String value) {
    await().atMost(LONG).until(() -> SEEN.contains("fired " + value));
  }

  private static String text(SourceRecord record) {
    return new String(Objects.requireNonNull(record.value()), StandardCharsets.UTF_8);
  }

  /** Notes each record, and a time after its append. */
  private static final class Windows extends KeyedProcessFunction<String, SourceRecord, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(SourceRecord record, Context context, Collector<String> out) {
      if (context.timestamp() == Long.MIN_VALUE) {
        SEEN.add("no time " + context.getCurrentKey());
      } else {
        SEEN.add("record " + context.getCurrentKey());
        context.timerService().registerEventTimeTimer(context.timestamp() + WINDOW.toMillis());
      }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<String> out) {
      SEEN.add("fired " + context.getCurrentKey());
    }
  }
}

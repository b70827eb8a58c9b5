package dev.weir.promises.stream;

import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.cluster.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A job that rates, on a broker and a cluster in this process, and usage of two partners. */
public final class RatingUnderTest implements AutoCloseable {

  public static final List<String> PARTNERS = List.of("acme", "globex");

  private static final int RECORDS = 30_000;
  private static final int PER_SECOND = 10_000;

  private final EmbeddedBroker broker = EmbeddedBroker.inTemporaryDirectory();
  private final LocalCluster cluster = LocalCluster.start(2, 2);
  private final Random random;
  private final DrawnUsage usage;
  private final Path gateway;
  private int failures;
  private int oldest;

  @SuppressWarnings("NullAway.Init") // set in start
  private JobID job;

  private RatingUnderTest(Path directory, Random random) throws IOException {
    this.random = random;
    this.usage = new DrawnUsage("g", PARTNERS, RECORDS, random);
    broker.start();
    this.gateway = files(directory, broker.bootstrapServers());
  }

  /** It runs. */
  public static RatingUnderTest start(Path directory, Random random) throws Exception {
    RatingUnderTest rating = new RatingUnderTest(directory, random);
    createTopics(rating.servers());
    rating.start(2);
    return rating;
  }

  public String servers() {
    return broker.bootstrapServers();
  }

  /** The gateway's file. */
  public Path gateway() {
    return gateway;
  }

  /** Tells so many events, some of which were told before. */
  public void tell(int events) {
    try (Feed feed = new Feed(servers(), number -> usage.next())) {
      long unused = feed.put(events, PER_SECOND, () -> true);
    }
  }

  /** In turn: a task manager goes, the broker goes, the job goes on at another parallelism. */
  public void fail() throws Exception {
    switch (failures++ % 3) {
      case 0 -> {
        cluster.stopTaskManager(oldest++);
        cluster.startTaskManager();
      }
      case 1 -> {
        broker.stop();
        Thread.sleep(random.nextInt(1_000));
        broker.start();
      }
      default -> {
        cancel();
        start(1 + random.nextInt(3));
      }
    }
  }

  private void cancel() throws Exception {
    cluster.cancel(job);
    cluster.result(job).get();
  }

  private static Path files(Path directory, String servers) throws IOException {
    Files.writeString(
        directory.resolve("product.yaml"),
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: payments
        version: 1.0.0
        status: active
        schema:
          - name: payment
            properties:
              - {name: id, logicalType: string, customProperties: [{property: privacyRole, value: public}]}
        """);
    for (String partner : PARTNERS) {
      Files.writeString(
          directory.resolve(partner + ".yaml"),
          """
          apiVersion: weir/v1
          kind: SharingAgreement
          id: %1$s-payments
          version: 1.0.0
          status: active
          product: payments@1
          partner: {id: %1$s}
          purposes: [FraudPreventionAndDetection]
          legalBasis: LegitimateInterest
          period: {from: 2026-01-01, to: 2046-01-01}
          releases: [{name: payments, kind: records, topic: %1$s.payments, fields: {id: keep}}]
          %2$s
          """
              .formatted(partner, Charges.PRICE));
    }
    return Files.writeString(
        directory.resolve("gateway.yaml"),
        """
        apiVersion: weir/v1
        kind: Gateway
        id: g
        products: [product.yaml]
        agreements: [acme.yaml, globex.yaml]
        kafka: {bootstrapServers: "%s"}
        sources: {payments: {topic: payments, startFrom: earliest, format: json}}
        checkpoints: {storage: "%s", interval: PT0.5S}
        parallelism: 2
        """
            .formatted(servers, directory.resolve("state").toUri()));
  }

  private static void createTopics(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
      List<NewTopic> topics = new ArrayList<>();
      for (String partner : PARTNERS) {
        topics.add(
            new NewTopic(DrawnUsage.topic(partner), 2, (short) 1)
                .configs(Map.of("retention.ms", "-1")));
      }
      admin.createTopics(topics).all().get();
    }
  }

  private void start(int parallelism) throws Exception {
    Files.writeString(
        gateway,
        Files.readString(gateway).replaceAll("parallelism: \\d+", "parallelism: " + parallelism));
    StartArguments arguments =
        new StartArguments(
            gateway,
            ResumeChoice.automatic(),
            true,
            new StartArguments.RatingTerms(List.of(), List.of()));
    job =
        cluster.submit(
            GatewayGraphs.of(
                arguments, StreamExecutionEnvironment.getExecutionEnvironment(), warning -> {}));
  }

  /** Waits until every task does. */
  public void awaitRunning() throws InterruptedException {
    Instant until = Instant.now().plus(Duration.ofMinutes(3));
    while (!cluster.allTasksRun(job)) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("the job does not run: " + cluster.status(job));
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws Exception {
    try {
      cluster.close();
    } finally {
      broker.close();
    }
  }
}

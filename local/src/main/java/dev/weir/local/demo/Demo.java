package dev.weir.local.demo;

import dev.weir.jobs.kafka.append.AppendTime;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.gateway.RunningGateway;
import dev.weir.local.payments.Payment;
import dev.weir.local.payments.Payments;
import dev.weir.local.terminal.ProgressBar;
import dev.weir.local.terminal.Terminal;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** The demo: three partners' agreements, live, judged against how each payment was made. */
public final class Demo {

  private static final long SEED = 20_260_301;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Twice the time between checkpoints: what is still to come would have come. */
  private static final Duration SURPLUS = Duration.ofSeconds(3);

  private final Terminal terminal;
  private final int records;
  private final boolean keep;

  /**
   * @param records how many payments are invented, at least 1
   * @param keep leave all running until the process is ended
   */
  public Demo(Terminal terminal, int records, boolean keep) {
    this.terminal = terminal;
    this.records = records;
    this.keep = keep;
  }

  /**
   * Runs it.
   *
   * @return whether what came out is what had to
   */
  public boolean run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("weir-demo-");
    deleteAtEndOfProcess(directory);
    try (EmbeddedBroker broker = EmbeddedBroker.inTemporaryDirectory()) {
      broker.start();
      return on(broker.bootstrapServers(), directory);
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  /** With --keep the process is ended from outside, and keys and their passphrase lie there. */
  private static void deleteAtEndOfProcess(Path directory) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> FileUtils.deleteDirectoryQuietly(directory.toFile())));
  }

  private boolean on(String kafka, Path directory) throws IOException, InterruptedException {
    DemoWindow window = window();
    DemoFiles files = DemoFiles.write(directory, kafka, window);
    createSource(kafka);
    Instant from = window == null ? Instant.now() : window.from();
    List<Payment> payments = PaymentFeed.write(kafka, payments(from), records);
    StartArguments start = new StartArguments(files.gateway(), new ResumeChoice(null, false), true);
    try (RunningGateway running = RunningGateway.start(start, configuration(), warning -> {})) {
      JobPlan plan = running.plan();
      Expected expected = new Expected(plan);
      payments.forEach(expected::add);
      expected.addWindows();
      boolean right = judge(kafka, plan, payments, expected, patience(window));
      DemoBill.lines(files.gateway(), Instant.now()).forEach(terminal.out()::println);
      if (keep) {
        terminal.out().println("Kafka: " + kafka + "  Flink's page: " + running.webPage());
        terminal.out().println("All runs on until Ctrl-C. Topics: " + plan.sink().topics());
        terminal.out().flush();
        running.untilItEnds();
      } else {
        terminal.out().println("All is stopped again; weir demo --keep lets you look around.");
      }
      return right;
    }
  }

  /** Of now, if this build can count; null: it cannot. */
  private @Nullable DemoWindow window() {
    String impossible = DemoWindow.impossible();
    if (impossible != null) {
      terminal.out().println("Without statistics: " + impossible);
      return null;
    }
    return DemoWindow.of(Instant.now(), records);
  }

  private Payments payments(Instant from) {
    return new Payments(SEED, from, DemoWindow.customers(records), DemoWindow.apart(records));
  }

  private static Configuration configuration() {
    return new Configuration().set(AppendTime.ALLOWANCE, DemoWindow.ALLOWANCE);
  }

  private static void createSource(String kafka) throws InterruptedException {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
      // One partition: payments leave in the order in which they were made.
      NewTopic topic =
          new NewTopic(DemoFiles.SOURCE_TOPIC, 1, (short) 1)
              .configs(Map.of("message.timestamp.type", "LogAppendTime"));
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The demo's broker did not make a topic", e);
    }
  }

  private boolean judge(
      String kafka, JobPlan plan, List<Payment> payments, Expected expected, Instant until)
      throws IOException {
    try (CommittedRecords seen = new CommittedRecords(kafka, plan.sink().topics());
        ProgressBar bar = new ProgressBar(terminal, "released and committed", expected.total())) {
      readAll(seen, expected.total(), until, bar::at);
      bar.close();
      DemoReport report = new DemoReport(terminal, plan, expected, seen);
      report.print(payments);
      return report.right();
    }
  }

  private static Instant patience(@Nullable DemoWindow window) {
    Instant least = Instant.now();
    Instant due = window == null ? least : window.due();
    return (due.isAfter(least) ? due : least).plus(PATIENCE);
  }

  private static void readAll(
      CommittedRecords seen, long total, Instant until, LongConsumer progress) {
    while (seen.total() < total && Instant.now().isBefore(until)) {
      seen.readOn(Duration.ofMillis(200));
      progress.accept(seen.total());
    }
    Instant last = Instant.now().plus(SURPLUS);
    while (Instant.now().isBefore(last)) {
      seen.readOn(Duration.ofMillis(200));
    }
  }
}

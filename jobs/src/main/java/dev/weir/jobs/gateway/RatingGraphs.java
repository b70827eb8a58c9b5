package dev.weir.jobs.gateway;

import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.RatingStart;
import dev.weir.jobs.start.StartArguments;
import dev.weir.metering.books.AgreedTerms;
import dev.weir.metering.books.BooksException;
import dev.weir.metering.books.Terms;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.plan.JobPlan;
import dev.weir.plan.RatingPlan;
import dev.weir.plan.ReleasePlan;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job that rates the usage of a gateway's file. */
final class RatingGraphs {

  private RatingGraphs() {}

  /**
   * Reads, judges, asks the world and builds, as the job that releases does.
   *
   * @throws FilesRefusedException if the files are wrong
   * @throws IllegalArgumentException if the terms do not fit together
   * @throws dev.weir.jobs.start.StartRefusedException if Kafka or storage are
   */
  static GatewayGraphs.Planned planned(
      StartArguments arguments,
      StartArguments.RatingTerms terms,
      StreamExecutionEnvironment environment,
      Consumer<Problem> warnings) {
    Problems files = new Problems();
    JudgedGateway judged = JudgedGateway.read(arguments.gateway(), files);
    Terms held = terms(arguments.gateway(), terms, files);
    JudgedGateway.refuse(files);
    files.sorted().forEach(warnings);
    Gateway gateway = judged.document().value();
    JobPlan plan = RatingPlan.of(gateway.id(), gateway.topicPrefix());
    StreamGraph graph =
        RatingStart.graph(
            environment,
            plan,
            settings(judged),
            arguments,
            new FilePlaces(judged),
            new RatingStart.Rated(gateway.id(), usageTopics(judged), held.tariffs()));
    return new GatewayGraphs.Planned(plan, graph);
  }

  private static List<String> usageTopics(JudgedGateway judged) {
    return judged.plan().releases().stream()
        .map(ReleasePlan::usageTopic)
        .distinct()
        .sorted()
        .toList();
  }

  private static Terms terms(Path gateway, StartArguments.RatingTerms more, Problems problems) {
    List<Path> paths = new ArrayList<>(List.of(gateway));
    more.agreements().forEach(file -> paths.add(Path.of(file)));
    FileSet files = FileSetReader.read(paths, problems);
    JudgedGateway.refuse(problems);
    try {
      return AgreedTerms.of(files, since(more.since()));
    } catch (BooksException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  private static Map<String, Instant> since(List<String> texts) {
    Map<String, Instant> since = new HashMap<>();
    for (String text : texts) {
      int at = text.indexOf('=');
      try {
        since.put(text.substring(0, Math.max(at, 0)), Instant.parse(text.substring(at + 1)));
      } catch (DateTimeParseException no) {
        throw new IllegalArgumentException("--since is ID@VERSION=INSTANT", no);
      }
    }
    return since;
  }

  /** It has no sources among products and no keys: it reads usage, which holds no person's data. */
  private static GatewaySettings settings(JudgedGateway judged) {
    Document<Gateway> document = judged.document();
    Gateway gateway = document.value();
    References references = new References(document);
    return new GatewaySettings(
        document.file().toString(),
        new KafkaCluster(
            gateway.kafka().bootstrapServers(),
            references.properties(gateway.kafka().properties())),
        Map.of(),
        new GatewayKeys(null),
        DeadLetterSettings.unlimited(),
        null,
        CheckpointSettings.of(
            gateway.checkpoints().storage(),
            RatingPlan.name(gateway.id()),
            gateway.checkpoints().interval()),
        gateway.parallelism(),
        null);
  }
}

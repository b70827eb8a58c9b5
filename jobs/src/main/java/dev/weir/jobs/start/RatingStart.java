package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.graph.ProgressStage;
import dev.weir.jobs.graph.RatingGraph;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.jobs.kafka.KafkaWriteRights;
import dev.weir.metering.books.AgreementTariff;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.operators.progress.ProgressSettings;
import dev.weir.operators.progress.WriteRights;
import dev.weir.operators.rating.RatingSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.JobPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The graph of a gateway's rating, once all that a start asks was answered well. */
public final class RatingStart {

  private RatingStart() {}

  /**
   * What is rated.
   *
   * @param gateway its id
   * @param usageTopics of all its partners
   * @param tariffs of every agreement, by its id
   */
  public record Rated(
      String gateway, List<String> usageTopics, SortedMap<String, AgreementTariff> tariffs) {}

  /**
   * Checks and builds.
   *
   * @throws StartRefusedException with all that is wrong
   */
  public static StreamGraph graph(
      StreamExecutionEnvironment environment,
      JobPlan plan,
      GatewaySettings gateway,
      StartArguments arguments,
      Places places,
      Rated rated) {
    Problems found = new Problems();
    usageTopics(gateway, rated, places, found);
    StartFacts facts =
        StartCheck.check(
            plan,
            gateway,
            arguments.resume(),
            environment.getConfiguration(),
            arguments.createTopics(),
            places,
            found,
            none -> {});
    environment.configure(GatewayStart.restore(facts.resume()));
    Hardening hardening = Hardening.ofStream(gateway.checkpoints());
    hardening.applyTo(environment);
    environment.setParallelism(gateway.parallelism());
    return RatingGraph.build(
        environment,
        hardening,
        rated.gateway(),
        plan.sink(),
        new RatingSettings(
            UsageEvent.gateway(rated.gateway()),
            plan.sink().usageTopic(),
            rated.tariffs(),
            WallClock.system()),
        KafkaEnds.usage(gateway.kafka(), rated.usageTopics(), GatewayStart.group(plan)),
        ProgressStage.of(plan.endings().get(0), progress(plan, gateway, facts, rated)),
        KafkaEnds.sink(gateway.kafka(), plan.sink(), Writing.of(plan).names()));
  }

  /** The connector would ask for a topic that is not there again and again. */
  private static void usageTopics(
      GatewaySettings gateway, Rated rated, Places places, Problems problems) {
    Findings findings = new Findings(places);
    Optional<List<String>> missing =
        Unreachable.unless(
            gateway.kafka(), new Findings(places), probe -> missing(probe, rated.usageTopics()));
    for (String topic : missing.orElse(List.of())) {
      findings.add(
          EnvironmentRule.SOURCE_TOPIC,
          Findings.path("id"),
          "the usage topic " + topic + " does not exist",
          "Start the gateway first: weir start --create-topics makes it");
    }
    findings.noted().stream().map(Finding::problem).filter(Objects::nonNull).forEach(problems::add);
  }

  private static List<String> missing(KafkaProbe probe, List<String> topics) {
    return topics.stream().filter(topic -> isMissing(probe, topic)).toList();
  }

  private static boolean isMissing(KafkaProbe probe, String topic) {
    try {
      return probe.partitions(topic).isEmpty();
    } catch (KafkaRefusal said) {
      return false; // whoever reads it is told
    }
  }

  private static ProgressSettings progress(
      JobPlan plan, GatewaySettings gateway, StartFacts facts, Rated rated) {
    String source = rated.usageTopics().get(0);
    SortedMap<String, String> sources = new TreeMap<>(Map.of(plan.sink().usageTopic(), source));
    return new ProgressSettings(
        plan.gateway(),
        UUID.randomUUID().toString(),
        plan.sink().progressTopic(),
        sources,
        plan.digest(),
        gateway.checkpoints().interval(),
        new KafkaProgressLog(gateway.kafka(), plan.sink().progressTopic()),
        facts.accepted().get(plan.gateway()),
        new WriteRights(Writing.of(plan).words(), new KafkaWriteRights(gateway.kafka())),
        WallClock.system());
  }
}

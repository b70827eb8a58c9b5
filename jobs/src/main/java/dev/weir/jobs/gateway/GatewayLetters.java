package dev.weir.jobs.gateway;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.replay.LetterFilter;
import dev.weir.jobs.replay.LetterTopic;
import dev.weir.jobs.replay.Replay;
import dev.weir.jobs.replay.ReplayTally;
import dev.weir.jobs.replay.StoredLetter;
import dev.weir.jobs.start.BrokerAnswer;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.ReplayCheck;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.seal.PayloadOpener;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The dead letters of a gateway, which may run meanwhile. */
public final class GatewayLetters {

  private final JudgedGateway judged;

  private GatewayLetters(JudgedGateway judged) {
    this.judged = judged;
  }

  /**
   * Of a gateway's file.
   *
   * @param warnings told what does not stop
   * @throws FilesRefusedException if the files are wrong
   */
  public static GatewayLetters of(Path gateway, Consumer<Problem> warnings) {
    Problems files = new Problems();
    JudgedGateway judged = JudgedGateway.read(gateway, files);
    files.sorted().forEach(warnings);
    return new GatewayLetters(judged);
  }

  /** Its id. */
  public String gateway() {
    return judged.plan().gateway();
  }

  /** The releases that it has now, {@code agreement/release}. */
  public SortedSet<String> releases() {
    return judged.plan().releases().stream()
        .map(release -> release.agreement() + "/" + release.release())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Reads all that are committed.
   *
   * @return how many records of the topics are no dead letters
   * @throws dev.weir.jobs.start.StartRefusedException if no broker answers
   * @throws dev.weir.jobs.kafka.KafkaRefusal if it says no
   */
  public long read(Consumer<StoredLetter> each) {
    Gateway.Kafka said = judged.document().value().kafka();
    KafkaCluster kafka =
        new KafkaCluster(
            said.bootstrapServers(),
            new References(judged.document()).properties(said.properties()));
    BrokerAnswer.require(kafka, new FilePlaces(judged));
    return topics(kafka).stream()
        .mapToLong(topic -> new LetterTopic(kafka, topic).read(each))
        .sum();
  }

  /** Those that are there: a gateway that never ran has none. */
  private List<String> topics(KafkaCluster kafka) {
    try (KafkaProbe probe = KafkaProbe.of(kafka)) {
      return judged.plan().products().stream()
          .map(ProductPlan::deadLetterTopic)
          .distinct()
          .filter(topic -> !probe.partitions(topic).isEmpty())
          .toList();
    }
  }

  /**
   * Tries their records again.
   *
   * @param createTopics make the topic of what was replayed
   * @throws FilesRefusedException if files that the gateway names are wrong
   * @throws dev.weir.jobs.start.StartRefusedException if Kafka, the registry or keys are
   * @throws org.apache.kafka.common.KafkaException if the broker ends it on the way
   */
  public ReplayTally replay(LetterFilter filter, boolean createTopics, PayloadOpener opener) {
    Problems files = new Problems();
    Problems world = new Problems();
    GatewaySettings settings = SettingsOf.of(judged, files, world);
    JudgedGateway.refuse(files);
    OutputSchemas schemas = new OutputSchemas(judged, settings);
    String notes = judged.document().value().topicPrefix() + ".replays";
    int maxRecordBytes =
        ReplayCheck.check(
            judged.plan(),
            settings,
            notes,
            createTopics,
            new FilePlaces(judged),
            world,
            schemas::register);
    return Replay.run(judged.plan(), schemas.settings(), notes, maxRecordBytes, filter, opener);
  }
}

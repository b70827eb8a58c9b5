package dev.weir.jobs.gateway;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.control.GovernedGateway;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.plan.ProductPlan;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A gateway's file as those need it who send it commands. */
public final class GovernedGateways {

  private GovernedGateways() {}

  /**
   * Reads and judges the file.
   *
   * @throws FilesRefusedException if it is wrong, or names no control channel
   */
  public static GovernedGateway read(Path file) {
    Problems problems = new Problems();
    JudgedGateway judged = JudgedGateway.read(file, problems);
    References references = new References(judged.document());
    byte[] publicKey = ControlFile.requiredKey(references, problems, problems);
    if (publicKey == null) {
      JudgedGateway.refuse(problems);
      throw new IllegalStateException("what has no key has a problem");
    }
    return of(judged, references, publicKey);
  }

  private static GovernedGateway of(JudgedGateway judged, References references, byte[] publicKey) {
    Gateway gateway = judged.document().value();
    return new GovernedGateway(
        gateway.id(),
        new KafkaCluster(
            gateway.kafka().bootstrapServers(),
            references.properties(gateway.kafka().properties())),
        gateway.controlTopic(),
        publicKey,
        CheckpointSettings.of(
                gateway.checkpoints().storage(), gateway.id(), gateway.checkpoints().interval())
            .directory(),
        judged.plan().products().stream()
            .filter(ProductPlan::erases)
            .map(ProductPlan::product)
            .collect(Collectors.toSet()));
  }
}

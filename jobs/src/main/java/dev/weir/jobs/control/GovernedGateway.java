package dev.weir.jobs.control;

import dev.weir.jobs.kafka.KafkaCluster;
import java.util.Set;

/**
 * A gateway that obeys commands, as its file says.
 *
 * @param id of the gateway
 * @param topic of the control log
 * @param publicKey that commands must be signed for, in Tink's JSON form
 * @param checkpoints directory of its checkpoints and savepoints, a URI
 * @param erasable ids of the products that have tokens which depend on their subjects' keys
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GovernedGateway(
    String id,
    KafkaCluster kafka,
    String topic,
    byte[] publicKey,
    String checkpoints,
    Set<String> erasable) {
  public GovernedGateway {
    erasable = Set.copyOf(erasable);
  }
}

package dev.weir.jobs.start;

import dev.weir.config.problem.FailureWords;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/** Why no broker could be asked anything. What clients say is not shown: it may hold values. */
final class Unreachable {

  private Unreachable() {}

  /**
   * Asks a cluster; why it could not be asked, or did not answer, is noted.
   *
   * @return what was asked for; empty if nobody answered to the end
   */
  static <T> Optional<T> unless(
      KafkaCluster kafka, Findings findings, Function<KafkaProbe, T> question) {
    try (KafkaProbe probe = KafkaProbe.of(kafka)) {
      return Optional.of(question.apply(probe));
    } catch (KafkaRefusal refusal) {
      note(kafka, refusal, findings);
    } catch (KafkaException notRight) {
      note(notRight, findings);
    }
    return Optional.empty();
  }

  /** Asked, and refused. */
  private static void note(KafkaCluster kafka, KafkaRefusal refusal, Findings findings) {
    String ask = new KafkaTools(kafka).ask();
    if (refusal.getCause() instanceof AuthenticationException || refusal.isOfRights()) {
      findings.add(
          EnvironmentRule.KAFKA_REFUSES,
          Findings.path("kafka", "properties"),
          "the broker does not accept who asks (" + refusal.kind() + ")",
          "Check user, password and certificates that the properties name",
          ask);
      return;
    }
    findings.add(
        EnvironmentRule.KAFKA_UNREACHABLE,
        Findings.path("kafka", "bootstrapServers"),
        "no broker answers at " + kafka.bootstrapServers() + " (" + refusal.kind() + ")",
        "Check the address, kafka.properties and that the broker runs",
        ask);
  }

  /** No client could be made to ask. */
  private static void note(KafkaException notRight, Findings findings) {
    findings.add(
        EnvironmentRule.KAFKA_PROPERTY,
        Findings.path("kafka", "properties"),
        "no Kafka client can be made of the properties (" + kind(notRight) + ")",
        "Check addresses, and key and trust stores: location, password and type");
  }

  private static String kind(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return FailureWords.of(cause);
  }
}

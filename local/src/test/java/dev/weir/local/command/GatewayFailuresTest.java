package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;

class GatewayFailuresTest {

  private static void fail(RuntimeException failure) {
    var unused =
        GatewayFailures.told(
            Contexts.silent(),
            () -> {
              throw failure;
            });
  }

  /** As a producer says it at its commit, of what it could not send before. */
  @Test
  void topicThatIsRefusedOnTheWay_isNamed() {
    Exception denied = new TopicAuthorizationException(Set.of("acme.payments.v1"));
    assertThatThrownBy(() -> fail(new KafkaException("in an error state", denied)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("the topic acme.payments.v1")
        .hasMessageContaining("nothing is done twice");
  }

  @Test
  void transactionsThatAreRefused_areNamed() {
    assertThatThrownBy(() -> fail(new TransactionalIdAuthorizationException("no")))
        .hasMessageContaining("weir-replay/")
        .hasMessageContaining("WRITE");
  }
}

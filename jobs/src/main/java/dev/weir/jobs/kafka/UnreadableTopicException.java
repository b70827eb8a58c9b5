package dev.weir.jobs.kafka;

import dev.weir.config.problem.FailureWords;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;

/** A topic could not be read. What the client said is left out: it may hold values. */
public final class UnreadableTopicException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean ofRights;

  UnreadableTopicException(String topic, KafkaException no) {
    super("the topic " + topic + " cannot be read (" + FailureWords.of(no) + ")");
    this.ofRights = no instanceof AuthorizationException;
  }

  /** Whether the broker does not let this user read it; else it could not be asked. */
  public boolean isOfRights() {
    return ofRights;
  }
}

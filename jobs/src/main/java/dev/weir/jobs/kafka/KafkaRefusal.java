package dev.weir.jobs.kafka;

import dev.weir.config.problem.FailureWords;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthorizationException;

/** A Kafka cluster did not answer, or said no. */
public final class KafkaRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KafkaRefusal(Exception cause) {
    super(FailureWords.of(reason(cause)), reason(cause));
  }

  /** What a future has failed with, without the future's own wrapping. */
  private static Throwable reason(Exception cause) {
    Throwable inner = cause.getCause();
    return cause instanceof ExecutionException && inner != null ? inner : cause;
  }

  /** Whether it was a no to who asks, and the next question may be answered. */
  public boolean isOfRights() {
    return getCause() instanceof AuthorizationException;
  }

  /** The kind of refusal, as {@code topic authorization}. */
  public String kind() {
    return String.valueOf(getMessage());
  }
}

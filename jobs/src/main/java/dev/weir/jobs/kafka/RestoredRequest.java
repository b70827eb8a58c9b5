package dev.weir.jobs.kafka;

import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/**
 * A transaction of a checkpoint that a job goes on from.
 *
 * @param usedAgain takes its id if it cannot be committed any more
 */
record RestoredRequest(CommitRequest<KafkaCommittable> flink, Collection<String> usedAgain)
    implements CommitRequest<KafkaCommittable> {

  @Override
  public KafkaCommittable getCommittable() {
    return flink.getCommittable();
  }

  @Override
  public int getNumberOfRetries() {
    return flink.getNumberOfRetries();
  }

  /** The connector's word for: this epoch of the producer is over. */
  @Override
  public void signalFailedWithKnownReason(Throwable reason) {
    usedAgain.add(getCommittable().getTransactionalId());
    flink.signalFailedWithKnownReason(reason);
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable reason) {
    flink.signalFailedWithUnknownReason(reason);
  }

  @Override
  public void retryLater() {
    flink.retryLater();
  }

  @Override
  public void updateAndRetryLater(KafkaCommittable committable) {
    flink.updateAndRetryLater(committable);
  }

  @Override
  public void signalAlreadyCommitted() {
    flink.signalAlreadyCommitted();
  }
}

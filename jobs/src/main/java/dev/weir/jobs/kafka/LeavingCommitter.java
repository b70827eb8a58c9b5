package dev.weir.jobs.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.Admin;

/**
 * The connector's committer, which leaves no transaction open behind it. Transactional ids are used
 * again: that of a transaction which a checkpoint counts on, and which was committed before the job
 * failed, may by then have another open. The connector's writer (5.0.0) spares every id that the
 * checkpoint names, and the committer finds only that it came too late; so that the other would
 * stay open until it times out, and nobody could read past it. It is of a checkpoint that did not
 * complete, and is taken back here, as the writer does with those of other ids.
 */
record LeavingCommitter(Committer<KafkaCommittable> kafka, KafkaCluster cluster)
    implements Committer<KafkaCommittable> {

  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    List<String> usedAgain = new ArrayList<>();
    List<CommitRequest<KafkaCommittable>> watched = new ArrayList<>();
    for (CommitRequest<KafkaCommittable> request : requests) {
      watched.add(isRestored(request) ? new RestoredRequest(request, usedAgain) : request);
    }
    kafka.commit(watched);
    if (!usedAgain.isEmpty()) {
      takeBack(usedAgain);
    }
  }

  /** Of a checkpoint, and not of a writer that runs. */
  private static boolean isRestored(CommitRequest<KafkaCommittable> request) {
    return request.getCommittable().getProducer().isEmpty();
  }

  private void takeBack(List<String> transactionalIds) throws IOException, InterruptedException {
    try (Admin admin = Admin.create(cluster.admin())) {
      admin.fenceProducers(transactionalIds).all().get();
    } catch (ExecutionException no) {
      throw new IOException("transactions that an earlier attempt left open stay open", no);
    }
  }

  @Override
  public void close() throws Exception {
    kafka.close();
  }
}

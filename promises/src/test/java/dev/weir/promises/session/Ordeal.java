package dev.weir.promises.session;

import dev.weir.promises.stream.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Processes are killed while a topic is fed, and halfway the job goes on at another parallelism.
 *
 * @param kills each kind as often as the others
 */
record Ordeal(RealProcesses processes, int kills, Random random) {

  /**
   * Feeds until there are at least so many and all kills are over; the job has recovered then.
   *
   * @return how many records there are
   */
  long feed(LongFunction<ProducerRecord<byte[], byte[]>> records, long atLeast, int perSecond)
      throws Exception {
    String kafka = processes.broker.bootstrapServers();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Long> fed =
        CompletableFuture.supplyAsync(
            () -> {
              try (Feed feed = new Feed(kafka, records)) {
                return feed.put(atLeast, perSecond, enough::get);
              }
            });
    try {
      kill();
    } finally {
      enough.set(true);
    }
    return fed.get();
  }

  private void kill() throws Exception {
    JobOwner owner = new JobOwner(processes);
    owner.recover();
    Killer killer = new Killer(processes, owner, random);
    List<Victim> victims = Victim.drawn(kills, random);
    System.out.println(killer.kill(victims.subList(0, kills / 2)).table());
    atAnotherParallelism(owner);
    System.out.println(killer.kill(victims.subList(kills / 2, kills)).table());
  }

  private void atAnotherParallelism(JobOwner owner) throws IOException, InterruptedException {
    owner.cancel();
    Path gateway = processes.files.gateway();
    String text = Files.readString(gateway);
    Files.writeString(gateway, text.replace("parallelism: 2", "parallelism: 1"));
    owner.recover();
  }
}

package dev.weir.promises.session;

import dev.weir.local.process.OwnProcess;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Kills processes by SIGKILL at moments of chance and starts them again; the job's owner does the
 * rest. One kill in four comes before the job has recovered from the one before.
 */
final class Killer {

  private final RealProcesses processes;
  private final JobOwner owner;
  private final Random random;

  Killer(RealProcesses processes, JobOwner owner, Random random) {
    this.processes = processes;
    this.owner = owner;
    this.random = random;
  }

  /** Kills each in turn; the job has recovered from the last when this returns. */
  Recoveries kill(List<Victim> victims) throws Exception {
    Recoveries recoveries = new Recoveries();
    boolean together = false;
    for (int at = 1; at <= victims.size(); at++) {
      Thread.sleep(random.nextInt(2_000));
      Instant killed = Instant.now();
      Victim victim = victims.get(at - 1);
      kill(victim);
      boolean another = random.nextInt(4) == 0 && at < victims.size();
      if (!another) {
        owner.recover();
        recoveries.add(together ? "two or more in a row" : victim.name(), killed);
      }
      together = another;
    }
    return recoveries;
  }

  private void kill(Victim victim) throws IOException, InterruptedException {
    switch (victim) {
      case TASK_MANAGER -> again(processes.cluster.taskManagers().get(random.nextInt(2)));
      case JOB_MANAGER -> {
        again(processes.cluster.jobManager());
        owner.jobIsLost();
      }
      case BROKER -> {
        processes.broker.kill();
        rest();
        processes.broker.restart();
      }
    }
  }

  private void again(OwnProcess process) throws IOException, InterruptedException {
    process.kill();
    rest();
    process.start();
  }

  private void rest() throws InterruptedException {
    Thread.sleep(random.nextInt(1_000));
  }
}

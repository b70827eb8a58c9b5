package dev.weir.local.gateway;

import dev.weir.operators.stage.JobStoppedException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A gateway's job that runs on this machine until it ends or this process is asked to. */
public sealed interface StartedGateway extends AutoCloseable
    permits RunningGateway, ClusterGateway {

  /** The checkpoint or savepoint that it goes on from; null: it began without state. */
  @Nullable String resumedFrom();

  /** Where Flink's own page is. */
  URI webPage();

  /**
   * Waits.
   *
   * @return how it has ended
   * @throws JobStoppedException if a stage of Weir's ended it
   */
  Ending untilItEnds() throws InterruptedException;

  /** Ends the job and what it runs on. */
  @Override
  void close();
}

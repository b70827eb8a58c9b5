package dev.weir.jobs.graph;

import java.time.Duration;

/**
 * @param directory where one gateway's checkpoints are, and nobody else's: a URI
 * @param interval between checkpoints; records are seen by readers that much later
 */
public record CheckpointSettings(String directory, Duration interval) {

  /** The gateway's directory in a storage that several gateways share. */
  public static CheckpointSettings of(String storage, String gateway, Duration interval) {
    String slash = storage.endsWith("/") ? "" : "/";
    return new CheckpointSettings(storage + slash + gateway, interval);
  }

  /** Where savepoints go unless told otherwise: where the next start finds them. */
  String savepoints() {
    return directory + "/savepoints";
  }
}

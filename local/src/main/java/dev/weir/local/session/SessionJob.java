package dev.weir.local.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;

/** A job on a session cluster. Every question goes to the job manager, which may be away. */
public final class SessionJob {

  private static final long POLL_MS = 200;

  private final FlinkRest rest;
  private final String id;

  SessionJob(FlinkRest rest, String id) {
    this.rest = rest;
    this.id = id;
  }

  /** As Flink's page shows it. */
  public String id() {
    return id;
  }

  public JobStatus status() throws IOException, InterruptedException {
    return JobStatus.valueOf(job().get("state").asText());
  }

  private JsonNode job() throws IOException, InterruptedException {
    return rest.get("/jobs/" + id);
  }

  /** Whether every task of the job works; a job counts as running before its tasks do. */
  public boolean allTasksRun() throws IOException, InterruptedException {
    JsonNode job = job();
    boolean run = job.get("state").asText().equals(JobStatus.RUNNING.name());
    for (JsonNode vertex : job.get("vertices")) {
      int running = vertex.get("tasks").get(ExecutionState.RUNNING.name()).asInt();
      run &= running == vertex.get("parallelism").asInt();
    }
    return run;
  }

  /** When the newest complete checkpoint was begun, by the job manager's clock. */
  public Optional<Instant> newestCheckpoint() throws IOException, InterruptedException {
    JsonNode newest = rest.get("/jobs/" + id + "/checkpoints").at("/latest/completed");
    return Optional.ofNullable(newest.get("trigger_timestamp"))
        .map(when -> Instant.ofEpochMilli(when.asLong()));
  }

  /** Why it failed last, as Flink writes it, with the stack trace; empty: it has not. */
  public Optional<String> failure() throws IOException, InterruptedException {
    JsonNode newest = rest.get("/jobs/" + id + "/exceptions").at("/exceptionHistory/entries/0");
    return Optional.ofNullable(newest.get("stacktrace")).map(JsonNode::asText);
  }

  /** Ends the job now; retained checkpoints stay. */
  public void cancel() throws IOException, InterruptedException {
    rest.cancel("/jobs/" + id);
  }

  /**
   * Takes a savepoint and ends the job, all that was read being committed.
   *
   * @return where it is, to start from
   * @throws IOException if it could not be taken
   */
  public String stopWithSavepoint(URI into) throws IOException, InterruptedException {
    JsonNode wish =
        JsonNodeFactory.instance
            .objectNode()
            .put("targetDirectory", into.toString())
            .put("drain", false);
    String asked = rest.post("/jobs/" + id + "/stop", wish).get("request-id").asText();
    JsonNode answer = savepoint(asked);
    while (!answer.at("/status/id").asText().equals("COMPLETED")) {
      Thread.sleep(POLL_MS);
      answer = savepoint(asked);
    }
    JsonNode where = answer.at("/operation/location");
    if (where.isMissingNode()) {
      throw new IOException("the savepoint failed; see the job manager's log");
    }
    return where.asText();
  }

  private JsonNode savepoint(String asked) throws IOException, InterruptedException {
    return rest.get("/jobs/" + id + "/savepoints/" + asked);
  }
}

package dev.weir.local.session;

import java.io.IOException;

/**
 * The cluster said no. What it says of a job may hold the job's own words: it is not the message.
 */
public final class RestRefusal extends IOException {

  private final int status;
  private final String answer;

  RestRefusal(String request, int status, String answer) {
    super("Flink answered " + status + " to " + request);
    this.status = status;
    this.answer = answer;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** All that the cluster said, stack traces too. */
  public String answer() {
    return answer;
  }
}

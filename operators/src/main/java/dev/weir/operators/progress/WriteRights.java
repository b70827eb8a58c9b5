package dev.weir.operators.progress;

import dev.weir.operators.stage.JobStoppedException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the topics of a job may be written. The sink tells of a refusal late and without saying
 * whose topic it is, and would try again for ever; so it is asked whenever a subtask begins.
 *
 * @param topics that are written, and whose each is, in words
 */
public record WriteRights(SortedMap<String, String> topics, Broker broker) implements Serializable {

  /** Asked on the machine that writes. */
  public interface Broker extends Serializable {

    /**
     * The topics that the job's user may not write, or not read, as a sink must that looks for open
     * transactions.
     *
     * @throws IOException if nobody answers
     */
    Collection<String> unwritable(Collection<String> topics) throws IOException;
  }

  public WriteRights {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /**
   * Asks.
   *
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if one may not be written;
   *     names all of them
   */
  void check() throws IOException {
    Collection<String> refused = broker.unwritable(topics.keySet());
    if (!refused.isEmpty()) {
      throw JobStoppedException.stop(
          JobStoppedException.Kind.OUTPUT_REFUSED,
          refused.stream().sorted().map(this::named).collect(Collectors.joining("; "))
              + ". "
              + mend());
    }
  }

  private String named(String topic) {
    return "the broker does not let the job write and read " + topic + ", " + topics.get(topic);
  }

  private static String mend() {
    return "Allow Write and Read on it to the gateway's user, and remove what denies them; or set"
        + " the agreement to status: suspended";
  }
}

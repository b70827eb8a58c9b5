package dev.weir.plan;

import java.io.Serializable;
import java.util.List;

/**
 * The one sink that everything leaves through.
 *
 * @param uid of the operator's state, for ever
 * @param transactionalIdPrefix ends in a slash, which no name may hold, so that no gateway's prefix
 *     is the beginning of another's
 * @param topics all that the sink may write, sorted
 */
public record SinkPlan(String uid, String transactionalIdPrefix, List<String> topics)
    implements Serializable {
  public SinkPlan {
    topics = List.copyOf(topics);
  }
}

package dev.weir.operators.meter;

import java.io.Serializable;

/**
 * Records of a topic that were released before, and that somebody let be released again.
 *
 * @param topic the partner's
 * @param partition of the source that they are made of
 * @param after offset in it before the first
 * @param to offset of the last
 */
public record ReleasedAgain(String topic, int partition, long after, long to)
    implements Serializable {

  boolean covers(int of, long offset) {
    return of == partition && offset > after && offset <= to;
  }
}

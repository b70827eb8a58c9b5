package dev.weir.jobs.kafka.append;

/**
 * A part of a partition.
 *
 * @param from its first offset
 * @param to the offset after its last
 */
record Stretch(long from, long to) {

  /**
   * What is in one.
   *
   * @param upTo before this offset there is no record
   * @param record at it there is one; else it is not known, or the end
   */
  record Found(Stretch stretch, long upTo, boolean record) {}
}

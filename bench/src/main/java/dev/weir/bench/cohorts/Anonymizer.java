package dev.weir.bench.cohorts;

/** What is measured: takes a row at each tick, lets rows go into a sink. */
interface Anonymizer {

  /** The tick is the row's number too. */
  void offer(int person, int tick);

  /** The input has ended at that tick. */
  void finish(int tick);
}

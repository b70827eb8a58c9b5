package dev.weir.bench.subjects;

/**
 * What was measured.
 *
 * @param newMs until all keys were drawn
 * @param knownMs until each was looked up once more
 * @param diskBytes of RocksDB's files then
 * @param savepointBytes of a savepoint in Flink's canonical form, which holds each key once
 */
record SubjectCost(
    long subjects, int parallelism, long newMs, long knownMs, long diskBytes, long savepointBytes) {

  String text() {
    return "%,d subjects, parallelism %d: new %.2f µs, known %.2f µs each; on disk %.1f bytes, in a"
            .formatted(subjects, parallelism, micros(newMs), micros(knownMs), each(diskBytes))
        + " savepoint %.1f bytes each".formatted(each(savepointBytes));
  }

  private double micros(long millis) {
    return 1e3 * millis / subjects;
  }

  private double each(long bytes) {
    return (double) bytes / subjects;
  }
}

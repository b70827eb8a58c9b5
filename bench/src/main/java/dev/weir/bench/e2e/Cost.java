package dev.weir.bench.e2e;

/**
 * Nanoseconds that something took.
 *
 * @param wall on the clock
 * @param client processor time of the process that runs the job
 * @param compilers of {@code client}, what Java's own compilers took
 * @param broker processor time of the broker's process
 * @param machine processor time of all there is, and of all processes
 */
record Cost(long wall, long client, long compilers, long broker, long machine) {

  Cost minus(Cost other) {
    return new Cost(
        wall - other.wall,
        client - other.client,
        compilers - other.compilers,
        broker - other.broker,
        machine - other.machine);
  }
}

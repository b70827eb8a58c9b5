package dev.weir.bench.e2e;

/** Nanoseconds that something took: on the clock, and of the processors' time of two processes. */
record Cost(long wall, long client, long broker) {

  Cost minus(Cost other) {
    return new Cost(wall - other.wall, client - other.client, broker - other.broker);
  }
}

package dev.weir.config.agreement;

import java.time.Instant;

/** Where a new agreement in a running gateway begins; without one it begins now. */
public sealed interface Backfill {

  /** {@code earliest}: with the oldest record that the topic has. */
  record Earliest() implements Backfill {}

  /** {@code {timestamp: …}}: with the first record of that Kafka timestamp or later. */
  record From(Instant timestamp) implements Backfill {}
}

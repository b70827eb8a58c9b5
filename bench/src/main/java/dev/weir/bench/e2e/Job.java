package dev.weir.bench.e2e;

import java.util.Locale;

/** What is compared. */
enum Job {
  /** Key and value as they are. */
  IDENTITY,
  /** The policy by trees or {@code GenericRecord}s, and by Tink. */
  NAIVE,
  /** The policy by the gateway's own graph. */
  WEIR;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.weir.config.agreement;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;

/** Over what a statistic is taken. */
public sealed interface Window {

  /** {@code PT1H}, or {@code [PT1H, P1D]}: tumbling, of several sizes, the finest first. */
  record Tumbling(List<TemporalAmount> sizes) implements Window {
    public Tumbling {
      sizes = List.copyOf(sizes);
    }
  }

  /** {@code {size: PT1H, hop: PT15M}}. */
  record Hopping(TemporalAmount size, TemporalAmount hop) implements Window {}

  /** {@code {since: 2026-01-01, every: PT1H}}: running totals. */
  record Running(Instant since, TemporalAmount every) implements Window {}
}

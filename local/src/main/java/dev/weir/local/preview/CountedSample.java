package dev.weir.local.preview;

import java.util.List;

/**
 * What a sample shows of a release of statistics.
 *
 * @param records that were counted
 * @param bounded that were not, because their person had added as much as one may
 * @param rows by window and group
 * @param kept of each measure's true sum over all windows and groups, the part that bounds and
 *     clamps leave: 1 if they leave all; of counts and sums alone, NaN elsewhere
 */
public record CountedSample(long records, long bounded, List<CountedRow> rows, List<Double> kept) {

  public CountedSample {
    rows = List.copyOf(rows);
    kept = List.copyOf(kept);
  }
}

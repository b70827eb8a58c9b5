package dev.weir.jobs.graph;

import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.statistics.StatisticsSettings;
import org.apache.flink.api.connector.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Where a product's records come from and how they are handled.
 *
 * @param source gives the records; what it is, stages do not know; where something is counted its
 *     watermarks are the broker's times, or its end is the end of all windows
 * @param statistics what counting needs; null: nothing is counted
 */
public record ProductInput(
    Source<SourceRecord, ?, ?> source,
    RecordFormat format,
    TreatSettings settings,
    @Nullable StatisticsSettings statistics) {

  /** Of a product of which nothing is counted. */
  public ProductInput(
      Source<SourceRecord, ?, ?> source, RecordFormat format, TreatSettings settings) {
    this(source, format, settings, null);
  }
}

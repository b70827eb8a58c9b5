package dev.weir.jobs.graph;

import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.TreatSettings;
import org.apache.flink.api.connector.source.Source;

/**
 * Where a product's records come from and how they are handled.
 *
 * @param source gives the records; what it is, stages do not know
 */
public record ProductInput(
    Source<SourceRecord, ?, ?> source, RecordFormat format, TreatSettings settings) {}

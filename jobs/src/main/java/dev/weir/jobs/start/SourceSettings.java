package dev.weir.jobs.start;

import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.stage.RecordFormat;

/**
 * Where a product is read.
 *
 * @param startFrom where there is no state yet
 */
public record SourceSettings(String topic, StartFrom startFrom, RecordFormat format) {}

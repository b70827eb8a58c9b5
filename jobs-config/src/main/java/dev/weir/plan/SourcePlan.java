package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * Where a product is read.
 *
 * @param format of its records, as the gateway's file says it
 * @param trustProducerClock whether statistics take when a record came from who wrote it, not from
 *     the broker
 */
public record SourcePlan(
    String product,
    String topic,
    String format,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean trustProducerClock)
    implements Serializable {}

package dev.weir.plan;

import java.io.Serializable;

/**
 * Where a product is read.
 *
 * @param format of its records, as the gateway's file says it
 */
public record SourcePlan(String product, String topic, String format) implements Serializable {}

/**
 * What flows between the stages: source records, events, output records, and why something did not
 * get through. Plain data, no Flink; their serializers are in {@code dev.weir.operators.state}.
 */
@NullMarked
package dev.weir.operators.record;

import org.jspecify.annotations.NullMarked;

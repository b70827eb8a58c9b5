/**
 * What the language's files share: paths of fields, logical types.
 *
 * <p>Nothing here may touch Flink, Kafka or another module of Weir; everything is immutable.
 */
@NullMarked
package dev.weir.config;

import org.jspecify.annotations.NullMarked;

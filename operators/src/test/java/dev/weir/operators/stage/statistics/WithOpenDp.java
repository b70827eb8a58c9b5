package dev.weir.operators.stage.statistics;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Skipped in a build without OpenDP. */
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(named = "weir.opendp", matches = "skip")
@interface WithOpenDp {}

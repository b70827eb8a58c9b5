package dev.weir.operators.stage.statistics;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Skipped, and said so, only where the build was told to leave the library out. */
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
    named = "weir.opendp",
    matches = "skip",
    disabledReason = "built without OpenDP (-Dweir.opendp=skip)")
@DisabledIfEnvironmentVariable(
    named = "WEIR_OPENDP",
    matches = "skip",
    disabledReason = "built without OpenDP (WEIR_OPENDP=skip)")
@interface WithOpenDp {}

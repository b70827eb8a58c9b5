package dev.weir.privacy.opendp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Skipped, and said so, only where the build was told to leave the library out. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DisabledIfSystemProperty(
    named = "weir.opendp",
    matches = "skip",
    disabledReason = "built without OpenDP (-Dweir.opendp=skip)")
@DisabledIfEnvironmentVariable(
    named = "WEIR_OPENDP",
    matches = "skip",
    disabledReason = "built without OpenDP (WEIR_OPENDP=skip)")
public @interface NeedsOpenDp {}

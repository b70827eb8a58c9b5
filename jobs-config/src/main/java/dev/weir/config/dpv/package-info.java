/**
 * Terms of the W3C Data Privacy Vocabulary that agreements may name. They ship with the build, with
 * version and licence; nothing is looked up elsewhere.
 */
@NullMarked
package dev.weir.config.dpv;

import org.jspecify.annotations.NullMarked;

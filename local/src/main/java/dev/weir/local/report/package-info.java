/**
 * Problems and findings in the forms that other tools read. What a problem may say is settled where
 * it is made; here it is only written down.
 */
@NullMarked
package dev.weir.local.report;

import org.jspecify.annotations.NullMarked;

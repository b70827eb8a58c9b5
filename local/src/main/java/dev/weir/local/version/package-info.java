/** What this build is, and which libraries are on its class path: read from there, never typed. */
@NullMarked
package dev.weir.local.version;

import org.jspecify.annotations.NullMarked;

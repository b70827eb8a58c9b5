/** What a cluster runs: the main class of the streaming job. */
@NullMarked
package dev.weir.jobs;

import org.jspecify.annotations.NullMarked;

/**
 * Dead letters that are read again, and the records in them tried again: judged and treated by the
 * classes of the job, for the releases that lack them, and released once. It starts no job, and
 * touches none that runs.
 */
@NullMarked
package dev.weir.jobs.replay;

import org.jspecify.annotations.NullMarked;

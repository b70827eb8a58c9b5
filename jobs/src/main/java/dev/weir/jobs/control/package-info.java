/**
 * The owner's end of the control channel: signs a command, puts it into the gateway's log, and
 * looks whether the gateway will obey it. Not part of a job.
 */
@NullMarked
package dev.weir.jobs.control;

import org.jspecify.annotations.NullMarked;

/**
 * The run over a file: the same stages as the streaming job, over a bounded source, on a Flink
 * cluster in this process. What it writes takes its names together when all has ended well.
 */
@NullMarked
package dev.weir.jobs.file;

import org.jspecify.annotations.NullMarked;

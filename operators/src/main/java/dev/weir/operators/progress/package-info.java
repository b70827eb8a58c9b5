/**
 * What was let out, told beside it: with each checkpoint every subtask writes one progress record,
 * in the transaction that holds the checkpoint's data. A state that does not say what these records
 * say is not gone on from: it is older than what was released, or counts on a transaction that the
 * broker has taken back. Counts, offsets and names of topics; never a value. And whether the topics
 * may be written at all, for that too is asked ahead of the sink.
 *
 * <p>Where the records are read from is somebody else's ({@link
 * dev.weir.operators.progress.ProgressLog}); nothing here knows Kafka.
 */
@NullMarked
package dev.weir.operators.progress;

import org.jspecify.annotations.NullMarked;

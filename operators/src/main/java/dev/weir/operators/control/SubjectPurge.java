package dev.weir.operators.control;

import dev.weir.tokenization.control.Command;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Controlled} keyed function that forgets subjects.
 *
 * @param <K> what its stream is keyed by
 * @param <O> what it lets out
 */
public interface SubjectPurge<K, O> extends Controlled {

  /** The key that a subject is remembered under; null: this function remembers none such. */
  @Nullable K keyOf(Command.PurgeSubject purge);

  /**
   * Forgets a subject, which is the current key. Told in the one subtask that may know it, after
   * {@code open} or at a checkpoint; once, and again when an older checkpoint was restored.
   *
   * @param out what it takes leaves with that checkpoint
   */
  void purge(Command.PurgeSubject purge, Collector<O> out) throws Exception;
}

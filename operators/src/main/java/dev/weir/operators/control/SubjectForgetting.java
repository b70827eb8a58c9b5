package dev.weir.operators.control;

import dev.weir.tokenization.control.Command;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Controlled} function over a stream as it comes, that tells the stages after it which
 * subjects are to be forgotten.
 *
 * @param <I> what it processes
 */
public interface SubjectForgetting<I> extends Controlled {

  /**
   * What it is to process so that a subject is forgotten; null: nothing after it remembers any.
   * Processed by one subtask, after {@code open} or at a checkpoint; once, and again when an older
   * checkpoint was restored.
   */
  @Nullable I forgetting(Command.PurgeSubject purge);
}

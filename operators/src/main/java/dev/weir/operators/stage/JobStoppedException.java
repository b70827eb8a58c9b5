package dev.weir.operators.stage;

import dev.weir.tokenization.KeyException;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Why a job ended for good: starting it again as it is would end the same way. What was read and
 * released stays as of the last checkpoint, so that a start after the mend loses nothing.
 */
public final class JobStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What has to be mended. */
  public enum Kind {
    /** A larger share of the records was dead-lettered than the gateway allows. */
    DEAD_LETTER_SHARE,
    /** A key is missing, or cannot be opened. */
    KEY_MISSING,
    /** A key is not the one that the state was made with. */
    KEY_CHANGED,
    /** What was released is not what the state says: going on would double or lose records. */
    PROGRESS,
    /** The broker does not let the job write a topic. */
    OUTPUT_REFUSED,
    /** A key in use was disabled: nothing may be released under it. */
    KEY_DISABLED,
    /** A key in use was destroyed, or a destroyed one has come back. */
    KEY_DESTROYED,
    /** The job's state says that it obeys commands, and its gateway no longer says whose. */
    CONTROL_MISSING,
    /** A usage topic holds what is no usage event: charges would be wrong. */
    USAGE_FOREIGN,
    /** Weir itself: a record that it should have refused made it fail. */
    DEFECT
  }

  private final Kind kind;

  private JobStoppedException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** To be thrown by a stage: Flink does not restart the job. */
  public static SuppressRestartsException stop(Kind kind, String message) {
    return new SuppressRestartsException(new JobStoppedException(kind, message));
  }

  /** A key cannot be had. The message of a {@link KeyException} names it and its mend. */
  static SuppressRestartsException keyMissing(KeyException why) {
    return stop(Kind.KEY_MISSING, String.valueOf(why.getMessage()));
  }

  /**
   * As {@link #stop}, for what nobody expected. Of the cause only its class and its way are taken:
   * its message may hold what the record holds.
   */
  static SuppressRestartsException defect(String where, RuntimeException cause) {
    JobStoppedException defect =
        new JobStoppedException(
            Kind.DEFECT,
            where
                + " failed with "
                + cause.getClass().getName()
                + "; nothing of the record has left. This is a defect in Weir: report it with this"
                + " trace. The job goes on from its last checkpoint when a mended build is started");
    defect.setStackTrace(cause.getStackTrace());
    return new SuppressRestartsException(defect);
  }

  public Kind kind() {
    return kind;
  }
}

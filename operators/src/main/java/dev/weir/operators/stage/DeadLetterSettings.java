package dev.weir.operators.stage;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is done with what cannot be released.
 *
 * @param publicKey Tink's JSON form of the public keyset that payloads are sealed with; null: dead
 *     letters carry no payload
 * @param maxShare of a subtask's last 1,000 records, from 0 to 1; above it the job ends for good; 1
 *     if it never does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetterSettings(byte @Nullable [] publicKey, double maxShare)
    implements Serializable {

  /** Without payload, and without a limit. */
  public static DeadLetterSettings unlimited() {
    return new DeadLetterSettings(null, 1);
  }
}

package dev.weir.operators.control;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose commands a job obeys.
 *
 * @param gateway its id
 * @param publicKey that commands are signed for, in Tink's JSON form
 * @param end where the log ended when the job was started: no record passes before all of the log
 *     up to here is obeyed
 * @param asked when that was, ms since the epoch
 * @param dates at which something changes without a command, ms since the epoch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ControlSettings(
    String gateway, byte[] publicKey, ControlLog log, long end, long asked, List<Long> dates)
    implements Serializable {

  public ControlSettings {
    dates = new ArrayList<>(dates); // not every list is serializable
  }

  /** Whether a date comes after {@code before}, and not after {@code now}. */
  boolean dateBetween(long before, long now) {
    return dates.stream().anyMatch(date -> before < date && date <= now);
  }

  /** The name, in checkpoints, of the state that a job has that obeys commands. */
  public static final String STATE = "control";
}

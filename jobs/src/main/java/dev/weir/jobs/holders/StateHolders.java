package dev.weir.jobs.holders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;

/** Looks for checkpoints and savepoints that were made with a key. */
public final class StateHolders {

  private StateHolders() {}

  /**
   * A checkpoint or savepoint.
   *
   * @param opened whether it was looked into, and names the key; else it may: it could not be read
   */
  public record Holder(String state, boolean opened) {}

  /**
   * All below a directory, by path.
   *
   * @param fingerprint of the key
   * @throws IOException if the directory cannot be listed
   */
  public static List<Holder> under(String directory, String fingerprint) throws IOException {
    List<Holder> holders = new ArrayList<>();
    for (Path metadata : StoredStates.under(directory)) {
      look(metadata, fingerprint, holders);
    }
    return holders;
  }

  private static void look(Path metadata, String fingerprint, List<Holder> holders) {
    String state = String.valueOf(metadata.getParent());
    try {
      if (KeysOfState.fingerprints(metadata).contains(fingerprint)) {
        holders.add(new Holder(state, true));
      }
    } catch (IOException unreadable) {
      holders.add(new Holder(state, false));
    }
  }
}

package dev.weir.operators.control;

import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.control.Order;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from all commands so far: the same in every subtask between two checkpoints.
 *
 * @param boundary how far the log is obeyed, and the agreed time
 * @param sequence of the last command that was obeyed; 0: none was
 * @param versions by {@code <partner>/<use>}, the fingerprint of the key that was made active
 * @param disabled names of keys, with the time of the command
 * @param destroyed by fingerprint, {@code <name> <time>} of the key
 */
public record ControlState(
    Boundary boundary,
    long sequence,
    Map<String, String> versions,
    Map<String, String> disabled,
    Map<String, String> destroyed) {

  /** Before any command. */
  static final ControlState NONE =
      new ControlState(new Boundary(0, 0), 0, Map.of(), Map.of(), Map.of());

  public ControlState {
    versions = Map.copyOf(versions);
    disabled = Map.copyOf(disabled);
    destroyed = Map.copyOf(destroyed);
  }

  /** The agreed time, ms since the epoch. */
  public long clock() {
    return boundary.clock();
  }

  /** The fingerprint of the key that commands have made active; null: none has. */
  public @Nullable String version(String partnerAndUse) {
    return versions.get(partnerAndUse);
  }

  /** The same, obeying one command more. */
  ControlState after(Order order) {
    Map<String, String> newVersions = new TreeMap<>(versions);
    Map<String, String> newDisabled = new TreeMap<>(disabled);
    Map<String, String> newDestroyed = new TreeMap<>(destroyed);
    Command command = order.command();
    if (command instanceof Command.KeyVersion version) {
      newVersions.put(version.key().partner() + "/" + version.key().use(), version.fingerprint());
    } else if (command instanceof Command.KeyDisable disable) {
      newDisabled.put(disable.key().toString(), order.issuedAt().toString());
    } else if (command instanceof Command.KeyEnable enable) {
      newDisabled.remove(enable.key().toString());
    } else if (command instanceof Command.KeyDestroy destroy) {
      newDestroyed.put(destroy.fingerprint(), destroy.key() + " " + order.issuedAt());
    }
    return new ControlState(boundary, order.sequence(), newVersions, newDisabled, newDestroyed);
  }

  /** The same, with everything up to there obeyed. */
  ControlState upTo(Boundary reached) {
    return new ControlState(boundary.max(reached), sequence, versions, disabled, destroyed);
  }
}

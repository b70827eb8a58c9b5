package dev.weir.local.command;

import dev.weir.config.problem.FailureWords;
import dev.weir.jobs.holders.StateHolders;
import dev.weir.tokenization.keys.DestroyedKey;
import dev.weir.tokenization.keys.KeyCopies;
import dev.weir.tokenization.keys.KeyDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;

/** What was found to hold a destroyed key, and whether its destruction is complete. */
final class KeyHolders {

  private final KeyDirectory directory;
  private final DestroyedKey gone;
  private final CommandContext context;
  private final TreeSet<String> found = new TreeSet<>();
  private final TreeSet<String> looked = new TreeSet<>();

  KeyHolders(KeyDirectory directory, DestroyedKey gone, CommandContext context) {
    this.directory = directory;
    this.gone = gone;
    this.context = context;
  }

  /** Checkpoints and savepoints below a directory that Flink knows. */
  void lookAtStates(String uri) {
    looked.add(uri);
    try {
      for (StateHolders.Holder holder : StateHolders.under(uri, gone.fingerprint())) {
        note("state", holder.state(), holder.opened());
      }
    } catch (IOException away) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          uri
              + " cannot be looked through ("
              + FailureWords.of(away)
              + "), so that nothing is called complete. Check the path, its permissions and that its"
              + " storage is mounted; then say it again.");
    }
  }

  /** Copies of keys, and states, below a directory of this machine. */
  void lookAtBackup(Path backup) {
    for (KeyCopies.Copy copy : new KeyCopies(directory, gone.name()).under(backup)) {
      note("copy of the keys", copy.file().toString(), copy.opened());
    }
    lookAtStates(backup.toAbsolutePath().toUri().toString());
  }

  private void note(String kind, String where, boolean opened) {
    found.add(
        (opened ? "still holds it: " : "may hold it, and cannot be looked into: ")
            + where
            + " ("
            + kind
            + ")");
  }

  /** Says what was found. */
  Exit conclude() {
    if (looked.isEmpty()) {
      context.print(
          "Not called complete: nothing was looked at that may still hold it. Name the gateway"
              + " (--gateway) and where backups are (--backups).");
      return Exit.REFUSED;
    }
    context.print(found);
    if (found.isEmpty()) {
      context.print("complete: nothing below " + String.join(", ", looked) + " holds it");
      return Exit.DONE;
    }
    context.print(
        "not complete: delete what is listed, or let newer checkpoints replace it, and run this"
            + " again");
    return Exit.REFUSED;
  }
}

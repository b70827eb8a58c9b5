package dev.weir.local.command;

import dev.weir.tokenization.keys.DestroyedKey;
import dev.weir.tokenization.keys.KeyChanges;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyName;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Destroys a key, tells the gateway, and looks for what still holds it. */
@Command(
    name = "destroy",
    description = {
      "Removes a key for ever: nobody can turn its tokens back.",
      "No older copy of its file is opened in this directory. With --gateway the gateway is told, so",
      "that no older state or copy of the keys brings it back there, and its checkpoints and",
      "savepoints are looked through; with --backups other places are too. Run it again when what it",
      "lists is deleted: it is called complete when nothing is left. An active key is destroyed only",
      "if it is the last of its use."
    },
    mixinStandardHelpOptions = true)
final class KeysDestroyCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  @Option(
      names = "--yes-destroy",
      paramLabel = "KEY",
      required = true,
      description = "The key's name once more.")
  private String again = "";

  @ArgGroup(exclusive = false)
  private @Nullable GovernedGatewayOption gateway;

  @Option(
      names = "--backups",
      paramLabel = "PATH",
      description =
          "A directory with copies of keys, checkpoints or savepoints. Can be given several times.")
  private List<Path> backups = List.of();

  @Parameters(
      paramLabel = "KEY",
      description = "<partner>/<use>/<key id>, as weir keys list has it.")
  private String key = "";

  KeysDestroyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (!again.equals(key)) {
      throw new CommandFailure(
          Exit.USAGE, "The two names differ, so nothing was destroyed. Give the same key twice.");
    }
    KeyName name = KeyName.parse(key);
    KeyDirectory directory = keys.open(context);
    DestroyedKey gone = new KeyChanges(directory).destroy(name, SystemUser.name());
    if (gone.fingerprint().isEmpty()) {
      throw new CommandFailure(
          Exit.REFUSED,
          name
              + " was destroyed by an older Weir, which has not noted its fingerprint: what still"
              + " holds it cannot be looked for.");
    }
    context.print("destroyed: " + name + ", " + gone.destroyed());
    KeyHolders holders = new KeyHolders(directory, gone, context);
    if (gateway != null) {
      gateway.destroy(gone, context);
      holders.lookAtStates(gateway.checkpoints());
    }
    for (Path backup : backups) {
      holders.lookAtBackup(backup);
    }
    return holders.conclude().code();
  }
}

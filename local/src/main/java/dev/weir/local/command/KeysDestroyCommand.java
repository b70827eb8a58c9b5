package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyChanges;
import dev.weir.tokenization.keys.KeyName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Destroys a key. */
@Command(
    name = "destroy",
    description = {
      "Removes a key for ever: nobody can turn its tokens back.",
      "No older copy of its file is opened in this directory. Backups of the directory and of the",
      "passphrase are not reached: delete them too. An active key is destroyed only if it is the",
      "last of its use."
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

  @Parameters(
      paramLabel = "KEY",
      description = "<partner>/<use>/<key id>, as weir keys list has it.")
  private String key = "";

  KeysDestroyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!again.equals(key)) {
      throw new CommandFailure(
          Exit.USAGE, "The two names differ, so nothing was destroyed. Give the same key twice.");
    }
    KeyName name = KeyName.parse(key);
    new KeyChanges(keys.open(context)).destroy(name);
    context.print("destroyed: " + name);
    context.print("Backups of the key directory may still hold it; it is gone when they are.");
    return Exit.DONE.code();
  }
}

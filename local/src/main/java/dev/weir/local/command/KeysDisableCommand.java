package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyChanges;
import dev.weir.tokenization.keys.KeyName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suspends a key, and takes that back. */
@Command(
    name = "disable",
    description = "Suspends a key that is not active: its tokens are no longer read.",
    mixinStandardHelpOptions = true)
final class KeysDisableCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  @Option(names = "--undo", description = "Enables the key again.")
  private boolean undo;

  @Parameters(
      paramLabel = "KEY",
      description = "<partner>/<use>/<key id>, as weir keys list has it.")
  private String key = "";

  KeysDisableCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    KeyName name = KeyName.parse(key);
    KeyChanges changes = new KeyChanges(keys.open(context));
    if (undo) {
      changes.enable(name);
    } else {
      changes.disable(name);
    }
    context.print((undo ? "enabled: " : "disabled: ") + name);
    return Exit.DONE.code();
  }
}

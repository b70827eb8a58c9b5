package dev.weir.local.command;

import dev.weir.tokenization.keys.SealingKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the public part of what has one. */
@Command(
    name = "export-public",
    description =
        "Writes the public key for dead letters again, which the gateway file names. Keys of"
            + " partners have no public part.",
    mixinStandardHelpOptions = true)
final class KeysExportPublicCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  KeysExportPublicCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.print("public key for dead letters: " + SealingKeys.exportPublic(keys.open(context)));
    return Exit.DONE.code();
  }
}

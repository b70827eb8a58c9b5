package dev.weir.local.command;

import dev.weir.tokenization.keys.ControlKeys;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the pair, unless it is there. */
@Command(
    name = "create",
    description = {
      "Makes the pair unless it is there, and writes the public part for the gateway's file.",
      "Whoever has the private part governs the gateway: use a directory of its own, with a",
      "passphrase of its own, off the machines of the stream."
    },
    mixinStandardHelpOptions = true)
final class ControlKeysCreateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--control-keys",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the signing key.")
  private Path directory = Path.of("");

  ControlKeysCreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Passphrase passphrase = ControlPassphrase.read(context)) {
      Path made = ControlKeys.create(KeyDirectory.openOrCreate(directory, passphrase));
      context.print("public key for control.publicKey: " + made);
    }
    return Exit.DONE.code();
  }
}

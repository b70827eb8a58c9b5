package dev.weir.local.command;

import dev.weir.jobs.control.CommandSender;
import dev.weir.jobs.control.GovernedGateway;
import dev.weir.jobs.gateway.GovernedGateways;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.control.CommandSigner;
import dev.weir.tokenization.control.Order;
import dev.weir.tokenization.keys.ControlKeys;
import dev.weir.tokenization.keys.DestroyedKey;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The gateway that a command is for, and the key that signs it. */
final class GovernedGatewayOption {

  @Option(names = "--gateway", required = true, paramLabel = "FILE", description = "The gateway.")
  private Path gateway = Path.of("");

  @Option(
      names = "--control-keys",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the signing key (weir control keys create).")
  private Path directory = Path.of("");

  /** Sends, and says what was sent. */
  int send(Command command, CommandContext context) {
    try (CommandSender sender = sender(GovernedGateways.read(gateway), context)) {
      send(sender, command, context);
    }
    return Exit.DONE.code();
  }

  private static void send(CommandSender sender, Command command, CommandContext context) {
    Order order = sender.send(command, SystemUser.name());
    context.print(
        "sent to "
            + order.gateway()
            + ": "
            + command.word()
            + ", sequence "
            + order.sequence()
            + ", by "
            + order.by());
  }

  /** Tells the gateway that a key is gone, unless it was told before. */
  void destroy(DestroyedKey gone, CommandContext context) {
    Command command = new Command.KeyDestroy(gone.name(), gone.fingerprint());
    GovernedGateway governed = GovernedGateways.read(gateway);
    try (CommandSender sender = sender(governed, context)) {
      if (sender.sent(command)) {
        context.print("the gateway " + governed.id() + " was told before");
      } else {
        send(sender, command, context);
      }
    }
  }

  /** Sends a purge for each name; of a product that has no such tokens none. */
  int purge(String product, List<String> names, CommandContext context) {
    GovernedGateway governed = GovernedGateways.read(gateway);
    if (!governed.erasable().contains(product)) {
      throw new CommandFailure(
          Exit.PROBLEM,
          gateway
              + ": no release of the product "
              + product
              + " has erasable tokens. Name a product of this gateway that has: its id, without"
              + " version.");
    }
    try (CommandSender sender = sender(governed, context)) {
      names.forEach(name -> send(sender, new Command.PurgeSubject(product, name), context));
    }
    return Exit.DONE.code();
  }

  /** Where the gateway's checkpoints and savepoints are. */
  String checkpoints() {
    return GovernedGateways.read(gateway).checkpoints();
  }

  private CommandSender sender(GovernedGateway governed, CommandContext context) {
    return new CommandSender(governed, signer(context), context.clock());
  }

  private CommandSigner signer(CommandContext context) {
    try (Passphrase passphrase = ControlPassphrase.read(context)) {
      return new CommandSigner(ControlKeys.signer(KeyDirectory.open(directory, passphrase)));
    }
  }
}

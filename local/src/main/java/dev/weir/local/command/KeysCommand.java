package dev.weir.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done to keys. */
@Command(
    name = "keys",
    description =
        "Makes, lists, rotates and destroys the keys that tokens are made with. Never prints one.",
    mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(CommandContext context) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysCreateCommand(context))
        .addSubcommand(new KeysListCommand(context))
        .addSubcommand(new KeysRotateCommand(context))
        .addSubcommand(new KeysDisableCommand(context))
        .addSubcommand(new KeysDestroyCommand(context))
        .addSubcommand(new KeysExportPublicCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "create, list, rotate, disable, destroy or export-public?");
  }
}

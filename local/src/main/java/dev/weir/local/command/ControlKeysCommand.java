package dev.weir.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys of the control channel. */
@Command(
    name = "keys",
    description = "Makes the pair of keys that commands are signed and known by.",
    mixinStandardHelpOptions = true)
final class ControlKeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(CommandContext context) {
    return new CommandLine(new ControlKeysCommand())
        .addSubcommand(new ControlKeysCreateCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "create?");
  }
}

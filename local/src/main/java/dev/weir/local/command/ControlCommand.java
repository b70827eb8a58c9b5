package dev.weir.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a running gateway is told. */
@Command(
    name = "control",
    description = "Tells a gateway what to do while it runs, by signed commands on its topic.",
    mixinStandardHelpOptions = true)
final class ControlCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(CommandContext context) {
    return new CommandLine(new ControlCommand())
        .addSubcommand(ControlKeysCommand.commandLine(context))
        .addSubcommand(new ControlSendCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "keys or send?");
  }
}

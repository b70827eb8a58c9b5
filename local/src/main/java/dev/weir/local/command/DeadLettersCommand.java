package dev.weir.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with dead letters. */
@Command(
    name = "dead-letters",
    description = "Counts dead letters, shows the record in one, and tries their records again.",
    mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(CommandContext context) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(new DeadLettersListCommand(context))
        .addSubcommand(new DeadLettersShowCommand(context))
        .addSubcommand(new DeadLettersReplayCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, show or replay?");
  }
}

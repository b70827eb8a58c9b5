package dev.weir.local.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Teaches a shell the commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands and options.",
      "One script serves both shells: bash as it is, zsh through its bashcompinit."
    },
    footerHeading = "%nFor this shell, or as a line of ~/.bashrc or ~/.zshrc:%n",
    footer = "  source <(weir completion bash)",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

  /** The shells that are served. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("UnusedVariable") // asked for, so that the two may part one day
  private Shell shell = Shell.BASH;

  CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.print(AutoComplete.bash("weir", spec.root().commandLine()).lines().toList());
    return Exit.DONE.code();
  }
}

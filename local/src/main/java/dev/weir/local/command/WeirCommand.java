package dev.weir.local.command;

import dev.weir.local.terminal.Terminal;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code weir} command with everything under it. */
@Command(
    name = "weir",
    description = "Shares data with partners: exactly what was agreed, and nothing else.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; dead letters alone are not a failure",
      "1:a problem in your files, or a term that is not enforced yet",
      "2:wrong usage",
      "3:the environment: no key, no passphrase, no broker",
      "4:a check said no",
      "70:a defect of Weir"
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  WEIR_KEYS_PASSPHRASE, WEIR_KEYS_PASSPHRASE_FILE  what opens the keys",
      "  WEIR_CONTROL_PASSPHRASE, WEIR_CONTROL_PASSPHRASE_FILE  what opens the control keys, if",
      "                  another",
      "  WEIR_LOGS       directory of the log (~/.local/state/weir/logs)",
      "  WEIR_LOG_LEVEL  ERROR, WARN, INFO or DEBUG",
      "  WEIR_JAVA_OPTS  more options for the Java that runs it",
      "  NO_COLOR        no colours"
    })
public final class WeirCommand implements Runnable {

  @Spec private CommandSpec spec;

  private WeirCommand() {
    spec = CommandSpec.create();
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, Terminal.ofProcess(System.getenv()), System.getenv()));
  }

  /**
   * Runs one command in this process.
   *
   * @return its exit code, see {@link Exit}
   */
  public static int run(String[] arguments, Terminal terminal, Map<String, String> environment) {
    CommandContext context =
        new CommandContext(
            terminal, environment, Clock.systemUTC(), LogFile.directory(environment));
    try {
      LogFile.configure(environment);
      return commandLine(context).execute(arguments);
    } catch (CommandFailure e) {
      context.say(e.text());
      return e.exit().code();
    } catch (Error e) {
      return new FailurePolicy(context).error(e);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  static CommandLine commandLine(CommandContext context) {
    FailurePolicy failures = new FailurePolicy(context);
    CommandLine line =
        new CommandLine(new WeirCommand())
            .addSubcommand(new InitCommand(context))
            .addSubcommand(new ValidateCommand(context))
            .addSubcommand(new PlanCommand(context))
            .addSubcommand(new PreviewCommand(context))
            .addSubcommand(new RunCommand(context))
            .addSubcommand(new RiskCommand(context))
            .addSubcommand(new BudgetCommand(context))
            .addSubcommand(new CheckCommand(context))
            .addSubcommand(new StartCommand(context))
            .addSubcommand(new DemoCommand(context))
            .addSubcommand(BillingCommand.commandLine(context))
            .addSubcommand(new StatementCommand(context))
            .addSubcommand(new RateCommand(context))
            .addSubcommand(new ReconcileCommand(context))
            .addSubcommand(new DetokenizeCommand(context))
            .addSubcommand(DeadLettersCommand.commandLine(context))
            .addSubcommand(KeysCommand.commandLine(context))
            .addSubcommand(ControlCommand.commandLine(context))
            .addSubcommand(new VersionCommand(context))
            .addSubcommand(new CompletionCommand(context));
    versioned(line);
    Ansi colours = context.terminal().colour() ? Ansi.ON : Ansi.OFF;
    return line.setOut(context.terminal().out())
        .setErr(context.terminal().err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
        .setUsageHelpWidth(Math.min(context.terminal().width(), 100))
        .setParameterExceptionHandler(failures::usage)
        .setExecutionExceptionHandler(failures::failure);
  }

  /** So that {@code -V} says it wherever it stands. */
  private static void versioned(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(WeirCommand::versioned);
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}

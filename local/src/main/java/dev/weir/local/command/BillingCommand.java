package dev.weir.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What finance does with usage: a month's close, step by step, is in docs/finance.md. */
@Command(
    name = "billing",
    description = {
      "Rates usage into a ledger of charges, closes months, and writes charges for finance.",
      "The ledger is only ever added to: docs/finance.md."
    },
    mixinStandardHelpOptions = true)
final class BillingCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(CommandContext context) {
    return new CommandLine(new BillingCommand())
        .addSubcommand(new BillingCreateCommand(context))
        .addSubcommand(new BillingRateCommand(context))
        .addSubcommand(new BillingListCommand(context))
        .addSubcommand(new BillingCloseCommand(context))
        .addSubcommand(new BillingReopenCommand(context))
        .addSubcommand(new BillingCreditCommand(context))
        .addSubcommand(new BillingExportCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "create, rate, list, close, reopen, credit or export?");
  }
}

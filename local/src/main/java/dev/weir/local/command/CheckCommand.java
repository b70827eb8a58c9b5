package dev.weir.local.command;

import dev.weir.jobs.gateway.FilesRefusedException;
import dev.weir.jobs.gateway.GatewayLook;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.Finding;
import dev.weir.local.report.FindingsJson;
import dev.weir.local.report.ReportJson;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at what surrounds a gateway: whether a start would go well. */
@Command(
    name = "check",
    description = {
      "Looks at all that a gateway needs around it, and starts nothing.",
      "Broker, topics, retention, what is allowed, transactions, registry, keys, storage: a line",
      "each, good, bad or unknown, with the command that mends it. Nothing is made or changed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is bad",
      "1:the files are",
      "3:no broker answers",
      "4:something is bad"
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(names = "--gateway", required = true, paramLabel = "FILE", description = "The gateway.")
  private Path gateway = Path.of("");

  @Mixin private FormatOption format = new FormatOption();

  CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      List<Finding> findings = GatewayLook.of(gateway, warning -> context.say(warning.toString()));
      context.print(
          format.json()
              ? List.of(ReportJson.pretty(FindingsJson.of(findings)))
              : FindingLines.of(findings));
      return exit(findings).code();
    } catch (FilesRefusedException refused) {
      refused.problems().forEach(problem -> context.say(problem.toString()));
      return Exit.PROBLEM.code();
    }
  }

  private static Exit exit(List<Finding> findings) {
    if (findings.stream().anyMatch(CheckCommand::nobodyAnswers)) {
      return Exit.ENVIRONMENT;
    }
    boolean bad = findings.stream().anyMatch(one -> one.state() == Finding.State.BAD);
    return bad ? Exit.REFUSED : Exit.DONE;
  }

  private static boolean nobodyAnswers(Finding finding) {
    return finding.problem() != null
        && finding.problem().rule() == EnvironmentRule.KAFKA_UNREACHABLE;
  }
}

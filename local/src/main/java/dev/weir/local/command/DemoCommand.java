package dev.weir.local.command;

import dev.weir.local.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows Weir at work, with nothing but this machine. */
@Command(
    name = "demo",
    description = {
      "Releases invented card payments, some of them bad, under three partners' agreements.",
      "Kafka's broker and Flink run in this process."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many payments (${DEFAULT-VALUE}).")
  private int records;

  @Option(names = "--keep", description = "Leave all running until Ctrl-C, to look at.")
  private boolean keep;

  DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (records < 1 || records > 10_000_000) {
      throw new ParameterException(spec.commandLine(), "--records is from 1 to 10,000,000");
    }
    boolean right = new Demo(context.terminal(), records, keep).run();
    return (right ? Exit.DONE : Exit.DEFECT).code();
  }
}

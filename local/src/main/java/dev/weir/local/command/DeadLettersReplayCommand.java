package dev.weir.local.command;

import dev.weir.jobs.gateway.GatewayLetters;
import dev.weir.jobs.replay.LetterFilter;
import dev.weir.jobs.replay.ReplayTally;
import dev.weir.jobs.replay.Unworked;
import dev.weir.local.terminal.TextTable;
import dev.weir.tokenization.seal.PayloadOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the records of dead letters again, after the mend. */
@Command(
    name = "replay",
    description = {
      "Tries the records of a gateway's dead letters again, after the mend; it may run meanwhile.",
      "Each is judged and treated as the gateway's files say now, for the releases that lack it, and",
      "released once, however often this is said. What fails again stays a dead letter. Order is",
      "not kept to records that were released meanwhile. A line goes into dead-letters-audit.jsonl",
      "beside the key first. After a run over files: run again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all were tried", "3:some hold no payload that the key opens"},
    mixinStandardHelpOptions = true)
final class DeadLettersReplayCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(names = "--gateway", required = true, paramLabel = "FILE", description = "The gateway.")
  private Path gateway = Path.of("");

  @Mixin private LetterChoice choice = new LetterChoice();

  @ArgGroup(exclusive = false, multiplicity = "1")
  private LetterKey key = new LetterKey();

  @Option(
      names = "--create-topics",
      description = "Make the topic that remembers what was replayed, before the first replay.")
  private boolean createTopics;

  DeadLettersReplayCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    LetterFilter filter = choice.filter();
    key.requireFile();
    GatewayLetters letters =
        GatewayFailures.told(
            context, () -> GatewayLetters.of(gateway, warning -> context.say(warning.toString())));
    choice.requireRelease(letters.releases());
    PayloadOpener opener = key.open(context, "replay", letters.gateway());
    ReplayTally tally =
        GatewayFailures.told(context, () -> letters.replay(filter, createTopics, opener));
    print(tally);
    boolean closed =
        tally.unworked().containsKey(Unworked.NOT_OPENED)
            || tally.unworked().containsKey(Unworked.NO_PAYLOAD);
    return (closed ? Exit.ENVIRONMENT : Exit.DONE).code();
  }

  private void print(ReplayTally tally) {
    TextTable table = new TextTable("release", "outcome", "records");
    tally
        .releases()
        .forEach(
            (release, outcomes) ->
                outcomes.forEach((outcome, records) -> table.row(release, outcome, records)));
    if (tally.releases().isEmpty()) {
      context.say("Nothing was tried again.");
    } else {
      context.print(table.lines());
    }
    tally
        .unworked()
        .forEach(
            (why, count) ->
                context.say(Amount.of(count, "letter") + " not tried: they " + why.text() + "."));
    if (tally.unworked().containsKey(Unworked.NOT_OPENED)) {
      context.say("The key was " + key.file() + ".");
    }
  }
}

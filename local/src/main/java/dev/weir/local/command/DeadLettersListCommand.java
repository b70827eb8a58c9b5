package dev.weir.local.command;

import dev.weir.jobs.replay.LetterFilter;
import dev.weir.operators.deadletter.DeadLetter;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts dead letters. */
@Command(
    name = "list",
    description = "Counts dead letters by reason, field, agreement and release. Opens none.",
    mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {

  private final CommandContext context;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private LetterPlace place = new LetterPlace();

  @Mixin private LetterChoice choice = new LetterChoice();

  @Mixin private FormatOption format = new FormatOption();

  DeadLettersListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    LetterFilter filter = choice.filter();
    if (place.isFile() && choice.timed()) {
      throw new CommandFailure(
          Exit.USAGE, "--since is for a gateway: the letters of a run do not say when.");
    }
    LetterCounts counts = new LetterCounts();
    SortedSet<String> releases = new TreeSet<>();
    LetterPlace.Read read =
        place.read(
            context,
            stored -> {
              DeadLetter letter = stored.letter();
              if (letter.release() != null) {
                releases.add(letter.agreementId() + "/" + letter.release());
              }
              if (filter.takes(stored)) {
                counts.add(letter);
              }
            });
    releases.addAll(read.releases());
    choice.requireRelease(releases);
    print(counts, read.unreadable());
    boolean anotherFile = place.isFile() && counts.letters() == 0 && read.unreadable() > 0;
    return (anotherFile ? Exit.PROBLEM : Exit.DONE).code();
  }

  private void print(LetterCounts counts, long unreadable) {
    if (format.json()) {
      context.print(counts.json(unreadable));
      return;
    }
    if (counts.letters() > 0) {
      context.print(counts.table());
    }
    context.say(Amount.of(counts.letters(), "dead letter") + "; mends: docs/reasons.md");
    if (unreadable > 0) {
      context.say("No dead letter of Weir: " + Amount.of(unreadable, "record"));
    }
  }
}

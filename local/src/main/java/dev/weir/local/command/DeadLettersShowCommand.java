package dev.weir.local.command;

import dev.weir.jobs.replay.StoredLetter;
import dev.weir.local.terminal.Terminal;
import dev.weir.operators.deadletter.DeadLetter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the dead letters of one record, and with the key the record. */
@Command(
    name = "show",
    description = {
      "Shows the dead letters of one record, and with --key the record itself.",
      "Before it is opened a line is added to dead-letters-audit.jsonl beside the key: who, why,",
      "which letter; never a value. Control characters are shown as \\uXXXX."
    },
    mixinStandardHelpOptions = true)
final class DeadLettersShowCommand implements Callable<Integer> {

  private static final Pattern PLACE = Pattern.compile(".+/\\d+/\\d+|.+:\\d+");

  private final CommandContext context;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private LetterPlace place = new LetterPlace();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "PLACE",
      description = "TOPIC/PARTITION/OFFSET of the source, or FILE:LINE.")
  private String at = "";

  @ArgGroup(exclusive = false)
  private @Nullable Reveal reveal;

  DeadLettersShowCommand(CommandContext context) {
    this.context = context;
  }

  /** All or nothing. */
  static final class Reveal {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private LetterKey key = new LetterKey();

    @Option(
        names = "--reveal-source-values",
        required = true,
        description = "You mean it: what is printed is personal data.")
    private boolean meant;
  }

  @Override
  public Integer call() throws IOException {
    if (!PLACE.matcher(at).matches()) {
      throw new CommandFailure(
          Exit.USAGE,
          "--at is TOPIC/PARTITION/OFFSET, or of a run FILE:LINE, and not "
              + Terminal.shown(at)
              + ".");
    }
    if (reveal != null && !place.isFile()) { // a run seals no payload
      reveal.key.requireFile();
    }
    List<StoredLetter> letters = new ArrayList<>();
    var unused =
        place.read(
            context,
            stored -> {
              if (stored.letter().source().toString().equals(at)) {
                letters.add(stored);
              }
            });
    if (letters.isEmpty()) {
      throw new CommandFailure(
          Exit.PROBLEM,
          "There is no dead letter of "
              + Terminal.shown(at)
              + ". weir dead-letters list counts those that there are.");
    }
    letters.forEach(this::print);
    if (reveal != null) {
      record(letters, reveal.key);
    }
    return Exit.DONE.code();
  }

  private void print(StoredLetter stored) {
    DeadLetter letter = stored.letter();
    String of =
        letter.release() == null ? "every release" : letter.agreement() + " " + letter.release();
    String field = letter.field() == null ? "" : " of " + letter.field();
    String when = stored.timestamp() < 0 ? "" : ", " + Instant.ofEpochMilli(stored.timestamp());
    context.print(
        Terminal.shown(
            letter.source()
                + when
                + ": "
                + letter.reason()
                + field
                + ", found in "
                + letter.stage()
                + ", for "
                + of
                + ", plan "
                + letter.plan()));
  }

  private void record(List<StoredLetter> letters, LetterKey key) throws IOException {
    DeadLetter letter =
        letters.stream()
            .map(StoredLetter::letter)
            .filter(one -> one.payload() != null)
            .findFirst()
            .orElseThrow(() -> noPayload(letters.get(0).letter()));
    Optional<byte[]> record =
        key.open(context, "show", at)
            .open(Objects.requireNonNull(letter.payload()), letter.source().context());
    if (record.isEmpty()) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          key.file()
              + " does not open the payload: it was sealed to another key, or the letter was"
              + " changed. Give the private half of deadLetters.publicKey of that time.");
    }
    context.print(PayloadText.of(record.get()));
  }

  private static CommandFailure noPayload(DeadLetter letter) {
    return new CommandFailure(
        Exit.ENVIRONMENT,
        letter.source().file()
            ? "A run seals no payload: the record is line "
                + letter.source().offset()
                + " of the file itself."
            : "The letter holds no payload: the gateway had no deadLetters.publicKey then, or the"
                + " topic took no letter of that size. Look for the record in the source topic.");
  }
}

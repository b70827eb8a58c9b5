package dev.weir.local.command;

import dev.weir.jobs.control.SendRefusedException;
import dev.weir.jobs.file.LedgerFileException;
import dev.weir.jobs.gateway.FilesRefusedException;
import dev.weir.jobs.kafka.ControlLogException;
import dev.weir.local.billing.BillingInputException;
import dev.weir.metering.books.BooksException;
import dev.weir.metering.ledger.LedgerException;
import dev.weir.operators.file.InputException;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.tokenization.KeyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ended a command into an exit code and a message. */
final class FailurePolicy {

  private final CommandContext context;

  FailurePolicy(CommandContext context) {
    this.context = context;
  }

  /** What the command line got wrong, a guess at what was meant, where help is. */
  int usage(ParameterException e, String[] arguments) {
    UsageLines.of(e).forEach(context::say);
    return Exit.USAGE.code();
  }

  /** What went wrong while the command ran. */
  int failure(Exception e, CommandLine command, ParseResult arguments) {
    return said(explained(e));
  }

  /** An error of the JVM, which picocli lets pass: its message may hold data, so it is not said. */
  int error(Error e) {
    return said(defect(e));
  }

  private int said(CommandFailure failure) {
    if (!failure.text().isEmpty()) {
      context.say(failure.text());
    }
    return failure.exit().code();
  }

  private CommandFailure explained(Exception e) {
    if (e instanceof CommandFailure failure) {
      return failure;
    } else if (e instanceof KeyException) {
      return new CommandFailure(Exit.ENVIRONMENT, sentence(String.valueOf(e.getMessage())));
    } else if (e instanceof InputException input) {
      return new CommandFailure(Exit.PROBLEM, String.valueOf(input.getMessage()));
    } else if (e instanceof JobStoppedException stopped) {
      return stopped(stopped);
    } else if (e instanceof FilesRefusedException refused) {
      return new CommandFailure(Exit.PROBLEM, String.valueOf(refused.getMessage()));
    } else if (e instanceof SendRefusedException refused) {
      return new CommandFailure(Exit.REFUSED, sentence(String.valueOf(refused.getMessage())));
    } else if (e instanceof ControlLogException away) {
      return new CommandFailure(Exit.ENVIRONMENT, sentence(String.valueOf(away.getMessage())));
    } else if (e instanceof BooksException || e instanceof BillingInputException) {
      return new CommandFailure(Exit.PROBLEM, String.valueOf(e.getMessage()));
    } else if (e instanceof LedgerException refused) {
      return new CommandFailure(Exit.REFUSED, sentence(String.valueOf(refused.getMessage())));
    } else if (e instanceof LedgerFileException ledger) {
      return new CommandFailure(exit(ledger), String.valueOf(ledger.getMessage()));
    } else if (e instanceof FileSystemException file) {
      return new CommandFailure(Exit.ENVIRONMENT, explain(file));
    }
    return defect(e);
  }

  private static Exit exit(LedgerFileException e) {
    return switch (e.kind()) {
      case OTHER_FILE -> Exit.PROBLEM;
      case PLACE -> Exit.ENVIRONMENT;
      case IN_USE -> Exit.REFUSED;
    };
  }

  private CommandFailure stopped(JobStoppedException e) {
    return switch (e.kind()) {
      case KEY_MISSING,
          KEY_CHANGED,
          KEY_DISABLED,
          KEY_DESTROYED,
          CONTROL_MISSING,
          OUTPUT_REFUSED,
          USAGE_FOREIGN ->
          new CommandFailure(Exit.ENVIRONMENT, sentence(String.valueOf(e.getMessage())));
      case DEAD_LETTER_SHARE, PROGRESS ->
          new CommandFailure(Exit.REFUSED, sentence(String.valueOf(e.getMessage())));
      case DEFECT -> defect(e);
    };
  }

  private static String explain(FileSystemException e) {
    String reason = e.getReason();
    String why =
        e instanceof NoSuchFileException
            ? "does not exist"
            : "cannot be read or written"
                + (reason == null ? "" : " (" + reason.toLowerCase(Locale.ROOT) + ")");
    return e.getFile() + " " + why + ". Check the path and its permissions.";
  }

  /** Messages of libraries may hold data: the log gets where it happened, not what they say. */
  private CommandFailure defect(Throwable e) {
    Logger log = LoggerFactory.getLogger(FailurePolicy.class);
    log.error("A defect ended the command{}", BareTrace.of(e));
    return new CommandFailure(
        Exit.DEFECT,
        "This is a defect of Weir ("
            + e.getClass().getSimpleName()
            + "), not of your files. Where it happened stands in "
            + context.logs().resolve(LogFile.NAME)
            + "; please report it with that part.");
  }

  /** A message that begins with a word of ours begins as a sentence does; a file's name stays. */
  private static String sentence(String text) {
    boolean ours = text.matches("(?s)(a|an|no|the|there) .*");
    String first = ours ? text.substring(0, 1).toUpperCase(Locale.ROOT) : text.substring(0, 1);
    return first + text.substring(1) + (text.endsWith(".") ? "" : ".");
  }
}

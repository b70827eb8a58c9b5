package dev.weir.local.command;

import dev.weir.jobs.file.CountedDays;
import dev.weir.plan.JobPlan;
import dev.weir.privacy.ledger.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which days' statistics are drawn, and where is kept what they have spent. */
final class CountedDaysOptions {

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {
        "First day (UTC) of statistics: every window from there to --to is drawn, empty or not.",
        "Without both the days are those of the records, which is not protected then."
      })
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The day after the last day of statistics.")
  private @Nullable LocalDate to;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = {
        "What statistics have spent; a window that is in it is not drawn again. One run at a time",
        "has it; .NAME.lock, an empty file, stays beside it.",
        "ledger.jsonl in the output directory without it."
      })
  private @Nullable Path ledger;

  /**
   * @throws CommandFailure if what was given makes no days, or nothing is counted
   */
  CountedDays of(JobPlan plan, CommandContext context) {
    if (!plan.counts()) {
      refuse(from != null || to != null, "--from and --to are days of statistics, of which the");
      refuse(ledger != null, "--ledger is what statistics have spent, of which the");
      return CountedDays.OF_RECORDS;
    }
    LocalDate first = from;
    LocalDate end = to;
    if (first == null && end == null) {
      context.say(
          "warning: without --from and --to the windows are those of the records: that there are"
              + " records on a day is told");
      return new CountedDays(null, ledger);
    }
    if (first == null || end == null || !first.isBefore(end)) {
      throw new CommandFailure(
          Exit.USAGE,
          "--from is the first day and --to the day after the last. Give both, --from before --to.");
    }
    return new CountedDays(new Span(start(first), start(end)), ledger);
  }

  private static void refuse(boolean given, String what) {
    if (given) {
      throw new CommandFailure(Exit.USAGE, what + " agreements have none. Leave it out.");
    }
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}

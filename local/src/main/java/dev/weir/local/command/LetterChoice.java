package dev.weir.local.command;

import dev.weir.jobs.replay.LetterFilter;
import dev.weir.local.terminal.Terminal;
import dev.weir.operators.record.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class LetterChoice {

  @Option(
      names = "--of-reason",
      paramLabel = "WORD",
      description = "Only of this reason (docs/reasons.md). Can be given several times.")
  private List<String> reasons = List.of();

  @Option(
      names = "--release",
      paramLabel = "NAME",
      description = "Only of this release: NAME or AGREEMENT/NAME, and those that hold for all.")
  private @Nullable String release;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only written since then, as 2026-03-01T08:00:00Z; their minute counts.")
  private @Nullable Instant since;

  boolean timed() {
    return since != null;
  }

  /**
   * @throws CommandFailure if there is no such reason
   */
  LetterFilter filter() {
    Set<String> known =
        Arrays.stream(Reason.values())
            .filter(reason -> !reason.withheld())
            .map(Reason::word)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.containsAll(reasons)) {
      throw new CommandFailure(
          Exit.USAGE, "--of-reason is one of " + String.join(", ", known) + ".");
    }
    return new LetterFilter(Set.copyOf(reasons), release, since);
  }

  /**
   * @param known {@code agreement/release} of all that there are
   * @throws CommandFailure if a release is asked for that is none of them
   */
  void requireRelease(SortedSet<String> known) {
    String asked = release;
    if (asked != null && !known.isEmpty() && known.stream().noneMatch(one -> names(asked, one))) {
      throw new CommandFailure(
          Exit.USAGE,
          "--release is one of "
              + String.join(", ", known)
              + ", and not "
              + Terminal.shown(asked)
              + ".");
    }
  }

  private static boolean names(String asked, String release) {
    return release.equals(asked) || release.endsWith("/" + asked);
  }
}

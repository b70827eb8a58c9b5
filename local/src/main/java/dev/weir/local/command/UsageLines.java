package dev.weir.local.command;

import dev.weir.config.problem.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that is wrong. */
final class UsageLines {

  private final CommandLine command;
  private final String name;

  private UsageLines(CommandLine command) {
    this.command = command;
    name = command.getCommandSpec().qualifiedName();
  }

  /** What is wrong, and what was meant, or else where help is. */
  static List<String> of(ParameterException wrong) {
    UsageLines lines = new UsageLines(wrong.getCommandLine());
    List<String> unmatched = lines.unmatched(wrong);
    List<String> said = new ArrayList<>();
    said.add(lines.name + ": " + wrong.getMessage());
    if (!(wrong instanceof UnmatchedArgumentException) && !unmatched.isEmpty()) {
      said.add(lines.name + ": " + lines.unknown(unmatched));
    }
    List<String> meant = unmatched.stream().flatMap(one -> lines.meant(one).stream()).toList();
    said.add(
        meant.isEmpty()
            ? "Try: " + lines.name + " --help"
            : "Did you mean " + String.join(", ", meant) + "?");
    return said;
  }

  /** What no option and no command took, behind a missing option too: it may be meant for it. */
  private List<String> unmatched(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched();
    }
    return wrong instanceof MissingParameterException ? command.getUnmatchedArguments() : List.of();
  }

  private String unknown(List<String> unmatched) {
    return String.valueOf(new UnmatchedArgumentException(command, unmatched).getMessage());
  }

  private Optional<String> meant(String written) {
    boolean option = written.startsWith("-");
    Collection<String> known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    return DidYouMean.among(known, option ? written.split("=", 2)[0] : written);
  }
}

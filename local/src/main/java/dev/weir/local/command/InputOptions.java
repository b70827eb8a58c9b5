package dev.weir.local.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records are looked at, and when that is. */
final class InputOptions {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Records: .jsonl, .csv or .avro. Can be given several times.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Where the clock starts, as 2026-03-01T08:00:00Z; now without it.")
  private @Nullable Instant asOf;

  /**
   * @throws CommandFailure if one is named twice: its records would be released twice
   */
  List<Path> inputs() {
    Set<Path> seen = new HashSet<>();
    for (Path input : inputs) {
      if (!seen.add(input.toAbsolutePath().normalize())) {
        throw new CommandFailure(
            Exit.USAGE, "--input names " + input + " twice. Name each file once.");
      }
    }
    return inputs;
  }

  Instant asOf(CommandContext context) {
    return asOf == null ? context.clock().instant() : asOf;
  }
}

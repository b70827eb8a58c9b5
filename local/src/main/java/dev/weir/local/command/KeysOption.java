package dev.weir.local.command;

import dev.weir.operators.stage.KeySource;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyProvider;
import dev.weir.tokenization.keys.KeyProviderSpec;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.PassphraseReference;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the keys are. */
final class KeysOption {

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Directory of keys (weir keys create); for releases with tokens or shifts.")
  private @Nullable Path directory;

  boolean given() {
    return directory != null;
  }

  /**
   * The keys, open.
   *
   * @throws KeyException if they cannot be opened
   */
  KeyProvider open(CommandContext context) {
    try (Passphrase passphrase = PassphraseReference.standard().read(context.environment()::get)) {
      return KeyDirectory.open(directory(), passphrase);
    }
  }

  /**
   * For a job of that plan, which holds the passphrase's place and not the passphrase.
   *
   * @throws KeyException if the environment names two places
   */
  KeySource source(JobPlan plan, CommandContext context) {
    if (directory == null) {
      String needed = needed(plan);
      return () -> {
        throw new KeyException(KeyException.Kind.MISSING, needed);
      };
    }
    PassphraseReference passphrase =
        PassphraseReference.standard().located(context.environment()::get);
    return KeyProviderSpec.directory(directory, passphrase)::open;
  }

  /** Whether a plan asks for any key. */
  static boolean needs(JobPlan plan) {
    return plan.releases().stream().anyMatch(release -> !release.keys().isEmpty());
  }

  private static String needed(JobPlan plan) {
    String keys =
        plan.releases().stream()
            .flatMap(release -> release.keys().stream())
            .map(Step.KeyRef::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    return "the agreements need keys (" + keys + "); name their directory with --keys";
  }

  private Path directory() {
    return directory == null ? Path.of("") : directory;
  }
}

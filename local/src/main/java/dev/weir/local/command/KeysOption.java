package dev.weir.local.command;

import dev.weir.operators.stage.KeySource;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyProvider;
import dev.weir.tokenization.keys.KeyProviderSpec;
import dev.weir.tokenization.keys.PassphraseReference;
import dev.weir.tokenization.keys.ThrowAwayKeys;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the keys are. */
final class KeysOption {

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = {
        "Keys (weir keys create); for releases with tokens or shifts.",
        KeyDirectoryOption.HELP
      })
  private @Nullable String keys;

  boolean given() {
    return keys != null;
  }

  /**
   * The keys, open.
   *
   * @throws KeyException if they cannot be opened
   */
  KeyProvider open(CommandContext context) {
    return KeyProviderSpec.of(keys == null ? "" : keys, PassphraseReference.standard())
        .open(context.environment()::get);
  }

  /**
   * For a job of that plan, which holds the passphrase's place and not the passphrase.
   *
   * @throws KeyException if the environment names two places
   */
  KeySource source(JobPlan plan, CommandContext context) {
    if (keys == null && !needs(plan)) {
      return ThrowAwayKeys::ofThisProcess; // people are named while they are counted, no longer
    } else if (keys == null) {
      String needed = needed(plan);
      return () -> {
        throw new KeyException(KeyException.Kind.MISSING, needed);
      };
    }
    PassphraseReference passphrase =
        PassphraseReference.standard().located(context.environment()::get);
    return KeyProviderSpec.of(keys, passphrase)::open;
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
}

package dev.weir.jobs.start;

import dev.weir.operators.stage.KeySource;
import dev.weir.operators.stage.NeededKeys;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.PassphraseReference;
import java.util.stream.Collectors;

/** That every key which a plan needs opens. */
record KeyOpening(JobPlan plan, KeySource keys, Findings findings) {

  static void check(JobPlan plan, GatewaySettings gateway, Findings findings) {
    KeyOpening opening = new KeyOpening(plan, gateway.keys(), findings);
    NeededKeys.problems(plan, gateway.control() != null, gateway.keys()).forEach(opening::refuse);
  }

  private void refuse(KeyException problem) {
    findings.add(
        EnvironmentRule.KEY,
        Findings.path("keys"),
        String.valueOf(problem.getMessage()),
        mend(problem.kind()),
        problem.command().isEmpty() ? command(problem.kind()) : problem.command());
  }

  private static String mend(KeyException.Kind kind) {
    return switch (kind) {
      case MISSING ->
          "If it never was, make it, which leaves what is there; else bring the directory back";
      case NO_PASSPHRASE -> "Put it where the gateway looks for it";
      case WRONG_PASSPHRASE -> "Give the one that the directory was made with";
      case DAMAGED -> "Bring the file back from a copy";
      case UNSAFE -> "Close the file to others";
      case UNSUPPORTED -> "Use a build of Weir that knows it, or another key";
      case SERVICE ->
          "Check the address, the credentials on this machine, and that they may encrypt and decrypt";
      case UNREADABLE -> "Let the user that Weir runs as read it";
    };
  }

  private String command(KeyException.Kind kind) {
    String directory = keys.directory();
    PassphraseReference passphrase = keys.passphrase();
    if (kind == KeyException.Kind.MISSING && directory != null) {
      return create(directory);
    }
    boolean asked =
        kind == KeyException.Kind.NO_PASSPHRASE || kind == KeyException.Kind.WRONG_PASSPHRASE;
    return asked && passphrase != null ? SecretCommand.of(passphrase) : "";
  }

  /** It adds what is missing, and leaves what is there. */
  private String create(String directory) {
    return plan.releases().stream()
        .map(ReleasePlan::partner)
        .distinct()
        .sorted()
        .collect(
            Collectors.joining(
                " --partner ", "weir keys create --keys " + directory + " --partner ", ""));
  }
}

package dev.weir.jobs.start;

import dev.weir.jobs.kafka.SecretReference;
import dev.weir.tokenization.keys.PassphraseReference;

/** Commands that put a secret where it is looked for; it is typed in, and stands in no history. */
final class SecretCommand {

  private SecretCommand() {}

  /**
   * For a property of a client.
   *
   * @return empty if it refers to no secret
   */
  static String of(String property) {
    return SecretReference.variable(property)
        .map(SecretCommand::variable)
        .or(() -> SecretReference.path(property).map(SecretCommand::file))
        .orElse("");
  }

  static String of(PassphraseReference passphrase) {
    return passphrase instanceof PassphraseReference.File file
        ? file(file.path())
        : variable(((PassphraseReference.Environment) passphrase).name());
  }

  private static String variable(String name) {
    return "read -rs " + name + " && export " + name;
  }

  private static String file(String path) {
    return "install -m 600 /dev/stdin " + path;
  }
}

package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.PassphraseReference;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The key directory that a command changes. */
final class KeyDirectoryOption {

  @Option(names = "--keys", required = true, paramLabel = "DIR", description = "Directory of keys.")
  private Path directory = Path.of("");

  Path directory() {
    return directory;
  }

  /**
   * The directory, open.
   *
   * @throws dev.weir.tokenization.KeyException if it cannot be opened
   */
  KeyDirectory open(CommandContext context) {
    try (Passphrase passphrase = PassphraseReference.standard().read(context.environment()::get)) {
      return KeyDirectory.open(directory, passphrase);
    }
  }
}

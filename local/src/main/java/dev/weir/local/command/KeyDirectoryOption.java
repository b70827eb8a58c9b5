package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyProviderSpec;
import dev.weir.tokenization.keys.PassphraseReference;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The key directory that a command changes. */
final class KeyDirectoryOption {

  static final String HELP =
      "Directory of keys; or SERVICE://KEY?directory=DIR, if a key management service guards it.";

  @Option(names = "--keys", required = true, paramLabel = "DIR", description = HELP)
  private String keys = "";

  /** As it was given. */
  String text() {
    return keys;
  }

  Path directory() {
    return spec().path();
  }

  /**
   * The directory, open.
   *
   * @throws dev.weir.tokenization.KeyException if it cannot be opened
   */
  KeyDirectory open(CommandContext context) {
    return spec().open(context.environment()::get);
  }

  /**
   * The same, and made first if it holds no keys.
   *
   * @throws dev.weir.tokenization.KeyException if it cannot be opened
   */
  KeyDirectory openOrCreate(CommandContext context) {
    return spec().openOrCreate(context.environment()::get);
  }

  private KeyProviderSpec spec() {
    return KeyProviderSpec.of(keys, PassphraseReference.standard());
  }
}

package dev.weir.local.command;

import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.PassphraseReference;
import dev.weir.tokenization.keys.SealingKeys;
import dev.weir.tokenization.seal.PayloadOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The private key that opens payloads, and why it is used. */
final class LetterKey {

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description =
          "dead-letters.json of weir keys create --dead-letters; keyring.json stands beside it.")
  private Path key = Path.of("");

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for the audit: a ticket, a request's number. No personal data.")
  private String reason = "";

  Path file() {
    return key;
  }

  /** Before anything is read: a path that names nothing, or another file of keys, is a slip. */
  void requireFile() throws IOException {
    if (!Files.isRegularFile(key)) {
      throw anotherFile("is no file");
    }
    if (SealingKeys.isPublic(key)) {
      throw anotherFile("holds the public key, which seals letters and opens none");
    }
    if (key.endsWith(KeyDirectory.KEYRING)) {
      throw anotherFile("is what the passphrase opens, and stands beside the key");
    }
    if (!SealingKeys.isPrivate(key)) {
      throw anotherFile("is no private key of dead letters, or is not as it was written");
    }
  }

  private CommandFailure anotherFile(String why) {
    return new CommandFailure(
        Exit.PROBLEM,
        "--key " + key + " " + why + ". Name the dead-letters.json of weir keys create.");
  }

  /**
   * Opens the key, then adds the line to the audit.
   *
   * @throws dev.weir.tokenization.KeyException if the key does not open
   */
  PayloadOpener open(CommandContext context, String did, String what) throws IOException {
    if (reason.isBlank()) {
      throw new CommandFailure(Exit.USAGE, "--reason is empty. Say why, for the audit.");
    }
    PayloadOpener opener =
        SealingKeys.opener(
            key,
            () -> PassphraseReference.standard().read(context.environment()::get),
            SourceValueAccess.forTheOwner());
    new LetterAudit(key, context.clock()).add(did, reason, what);
    return opener;
  }
}

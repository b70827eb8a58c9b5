package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.PassphraseReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which keys there are. */
@Command(
    name = "list",
    description = "Lists keys by id and fingerprint, of one partner or of all.",
    mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(names = "--keys", required = true, paramLabel = "DIR", description = "Directory of keys.")
  private Path directory = Path.of("");

  @Option(names = "--partner", paramLabel = "ID", description = "Only this partner's.")
  private @Nullable String partner;

  KeysListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Passphrase passphrase = PassphraseReference.standard().read(context.environment()::get)) {
      List<KeyEntry> keys =
          KeyDirectory.open(directory, passphrase).list().stream()
              .filter(key -> partner == null || partner.equals(key.partner()))
              .toList();
      if (partner != null && keys.isEmpty()) {
        throw new CommandFailure(
            Exit.ENVIRONMENT,
            "No keys of partner "
                + partner
                + " in "
                + directory
                + "."
                + " Make them with: weir keys create --keys "
                + directory
                + " --partner "
                + partner);
      }
      context.print(KeyLines.of(keys));
    }
    return Exit.DONE.code();
  }
}

package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyEntry;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which keys there are. */
@Command(
    name = "list",
    description = "Lists keys by id and fingerprint, of one partner or of all.",
    mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  @Option(names = "--partner", paramLabel = "ID", description = "Only this partner's.")
  private @Nullable String partner;

  KeysListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<KeyEntry> listed =
        keys.open(context).list().stream()
            .filter(key -> partner == null || partner.equals(key.partner()))
            .toList();
    if (partner != null && listed.isEmpty()) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "No keys of partner "
              + partner
              + " in "
              + keys.directory()
              + "."
              + " Make them with: weir keys create --keys "
              + keys.text()
              + " --partner "
              + partner);
    }
    context.print(KeyLines.of(listed));
    return Exit.DONE.code();
  }
}

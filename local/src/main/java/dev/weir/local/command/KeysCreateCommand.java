package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.SealingKeys;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the keys that are missing. */
@Command(
    name = "create",
    description = {
      "Makes what every token scheme needs and adds only what is missing; keys that are there stay.",
      "The directory is encrypted under the passphrase, or by a key management service. Back it up:",
      "without it, and what opens it, no token can be turned back, and the same value gets another."
    },
    mixinStandardHelpOptions = true)
final class KeysCreateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Whose whose = new Whose();

  KeysCreateCommand(CommandContext context) {
    this.context = context;
  }

  /** At least one of the two. */
  static final class Whose {
    @Option(
        names = "--partner",
        paramLabel = "ID",
        converter = PartnerConverter.class,
        description = "A partner's id, as in the agreement. Can be given several times.")
    private List<String> partners = List.of();

    @Option(
        names = "--dead-letters",
        description =
            "Also the pair that dead letters' payloads are sealed with; the gateway file names the"
                + " public part.")
    private boolean deadLetters;
  }

  @Override
  public Integer call() {
    KeyDirectory directory = keys.openOrCreate(context);
    whose.partners.forEach(partner -> create(directory, partner));
    if (whose.deadLetters) {
      context.print("public key for dead letters: " + SealingKeys.create(directory));
    }
    return Exit.DONE.code();
  }

  private void create(KeyDirectory keys, String partner) {
    List<KeyEntry> made = keys.create(partner);
    if (made.isEmpty()) {
      context.print(partner + ": all keys are there, none was made");
    } else {
      context.print(KeyLines.of(made));
    }
  }
}

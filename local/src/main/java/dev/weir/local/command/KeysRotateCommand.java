package dev.weir.local.command;

import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyChanges;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyName;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a new key active. */
@Command(
    name = "rotate",
    description = {
      "Makes a new key that new tokens are made with; tokens of the former key are still read.",
      "The same value then gets another token. A gateway with a control channel changes over when it",
      "is told: weir control send key-version. A job without one refuses the new key, by name, until",
      "it is started without its state."
    },
    mixinStandardHelpOptions = true)
final class KeysRotateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  @Option(
      names = "--partner",
      required = true,
      paramLabel = "ID",
      converter = PartnerConverter.class,
      description = "Whose key.")
  private String partner = "";

  @Option(
      names = "--use",
      required = true,
      paramLabel = "USE",
      converter = KeyUseConverter.class,
      description = "deterministic, one-way, format-preserving, shift or random.")
  private @Nullable KeyUse use;

  KeysRotateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (use == null) {
      throw new IllegalStateException("picocli lets no call through without a use");
    }
    KeyDirectory directory = keys.open(context);
    KeyName active = new KeyChanges(directory).rotate(partner, use);
    context.print("active now: " + active);
    context.say(
        "A running gateway changes over with: weir control send key-version "
            + active
            + " --fingerprint "
            + directory.partner(partner).fingerprint(use)
            + " --gateway FILE --control-keys DIR");
    return Exit.DONE.code();
  }
}

package dev.weir.local.command;

import dev.weir.tokenization.control.Command.KeyDisable;
import dev.weir.tokenization.control.Command.KeyEnable;
import dev.weir.tokenization.control.Command.KeyVersion;
import dev.weir.tokenization.keys.KeyName;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one command. */
@Command(
    name = "send",
    description = {
      "Signs a command and puts it into the gateway's control log.",
      "A running gateway obeys it from its next checkpoint on, in all subtasks; one that is",
      "started later before its first record."
    },
    mixinStandardHelpOptions = true)
final class ControlSendCommand implements Runnable {

  private static final String KEY = "<partner>/<use>/<key id>, as weir keys list has it.";

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  ControlSendCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "key-version, key-disable, key-enable or purge-subject?");
  }

  @Command(
      name = "key-version",
      description = "Makes a key active: new tokens of its partner and use are made with it.",
      mixinStandardHelpOptions = true)
  int keyVersion(
      @Mixin GovernedGatewayOption gateway,
      @Parameters(paramLabel = "KEY", description = KEY) String key,
      @Option(
              names = "--fingerprint",
              required = true,
              paramLabel = "HEX",
              description = "The key's fingerprint, as weir keys list has it.")
          String fingerprint) {
    return gateway.send(new KeyVersion(KeyName.parse(key), fingerprint), context);
  }

  @Command(
      name = "key-disable",
      description = "Forbids to make anything with a key; a gateway whose active key it is stops.",
      mixinStandardHelpOptions = true)
  int keyDisable(
      @Mixin GovernedGatewayOption gateway,
      @Parameters(paramLabel = "KEY", description = KEY) String key) {
    return gateway.send(new KeyDisable(KeyName.parse(key)), context);
  }

  @Command(
      name = "key-enable",
      description = "Takes key-disable back.",
      mixinStandardHelpOptions = true)
  int keyEnable(
      @Mixin GovernedGatewayOption gateway,
      @Parameters(paramLabel = "KEY", description = KEY) String key) {
    return gateway.send(new KeyEnable(KeyName.parse(key)), context);
  }

  @Command(
      name = "purge-subject",
      description = {
        "Forgets the keys of subjects: none of their erasable tokens can be read again, by anybody.",
        "Their ids are read from standard input, a line each, as the source has them. The log gets",
        "their names, from which nobody gets the ids. Nothing takes this back."
      },
      mixinStandardHelpOptions = true)
  int purgeSubject(
      @Mixin GovernedGatewayOption gateway,
      @Mixin KeyDirectoryOption keys,
      @Parameters(paramLabel = "PRODUCT", description = "Id of the product that they are of.")
          String product)
      throws IOException {
    List<String> names = SubjectNames.read(System.in, keys.open(context).subjects().namer(product));
    return gateway.purge(product, names, context);
  }
}

package dev.weir.promises;

import dev.weir.jobs.control.CommandSender;
import dev.weir.jobs.control.GovernedGateway;
import dev.weir.jobs.start.ControlChannel;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.control.CommandSigner;
import dev.weir.tokenization.control.Order;
import dev.weir.tokenization.keys.ControlKeys;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/** Who governs a gateway under test: the signing pair, what the gateway has of it, and its log. */
record ControlOwner(ControlChannel channel, CommandSigner signer) {

  static final String TOPIC = "weir.control";

  /** With a new pair in that directory. */
  static ControlOwner in(Path directory) throws IOException {
    KeyDirectory control = keys(directory);
    byte[] publicKey = Files.readAllBytes(ControlKeys.create(control));
    return new ControlOwner(
        new ControlChannel(TOPIC, publicKey), new CommandSigner(ControlKeys.signer(control)));
  }

  /** The keys there, under the tests' passphrase. */
  static KeyDirectory keys(Path directory) {
    try (Passphrase passphrase = Passphrase.of(Payments.PASSPHRASE)) {
      return KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
    }
  }

  /**
   * Sends a command to it.
   *
   * @param checkpoints where its checkpoints are, a URI
   */
  Order send(GatewayUnderTest gateway, String checkpoints, Command command) {
    GovernedGateway governed =
        new GovernedGateway(
            "eu", gateway.kafka(), TOPIC, channel.publicKey(), checkpoints, Set.of());
    try (CommandSender sender = new CommandSender(governed, signer, Clock.systemUTC())) {
      return sender.send(command, "erika");
    }
  }
}

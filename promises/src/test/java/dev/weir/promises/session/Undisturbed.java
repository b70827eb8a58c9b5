package dev.weir.promises.session;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.gateway.RunningGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The same gateway with the same keys over the same records, in one process, where nothing fails.
 */
final class Undisturbed {

  private Undisturbed() {}

  /**
   * What each topic holds.
   *
   * @param gateway the file of the run that was disturbed, on that broker
   * @param records as many as were put there
   */
  static Map<String, Seen> run(Path gateway, String disturbedBroker, long records)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.inTemporaryDirectory()) {
      broker.start();
      String kafka = broker.bootstrapServers();
      RealProcesses.createSource(kafka);
      InventedFeed feed = new InventedFeed();
      feed.put(kafka, records, Integer.MAX_VALUE, () -> true);
      StartArguments start =
          new StartArguments(
              onBroker(gateway, disturbedBroker, kafka), ResumeChoice.automatic(), true);
      try (RunningGateway running = RunningGateway.start(start, warning -> {})) {
        return Seen.ofAll(kafka, feed.expected());
      }
    }
  }

  private static Path onBroker(Path gateway, String before, String after) throws Exception {
    String text = Files.readString(gateway);
    String other = text.replace(before, after).replace("/checkpoints", "/undisturbed");
    return Files.writeString(gateway.resolveSibling("undisturbed.yaml"), other);
  }
}

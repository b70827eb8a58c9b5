package dev.weir.jobs.gateway;

import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.StartCheck;
import dev.weir.operators.format.AvroRecordFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;

/** What surrounds a gateway, looked at without starting anything. */
public final class GatewayLook {

  private GatewayLook() {}

  /**
   * Reads and judges the file, then asks the world all that a start asks, and more.
   *
   * @param warnings told what the files are warned of
   * @return all that was looked at
   * @throws FilesRefusedException if the files are wrong: then nothing was asked
   */
  public static List<Finding> of(Path gateway, Consumer<Problem> warnings) {
    Problems files = new Problems();
    Problems world = new Problems();
    JudgedGateway judged = JudgedGateway.read(gateway, files);
    GatewaySettings settings = SettingsOf.of(judged, files, world);
    JudgedGateway.refuse(files);
    files.sorted().forEach(warnings);
    List<Finding> findings =
        new ArrayList<>(
            StartCheck.look(
                judged.plan(), settings, new Configuration(), new FilePlaces(judged), world));
    if (asksARegistry(settings) && !world.hasErrors()) {
      findings.add(
          new Finding(Finding.State.GOOD, "schema registry", "has the sources' schemas", "", null));
    }
    return findings;
  }

  private static boolean asksARegistry(GatewaySettings settings) {
    return settings.sources().values().stream()
        .anyMatch(
            source -> source.format() instanceof AvroRecordFormat avro && avro.registry() != null);
  }
}

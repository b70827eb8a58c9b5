package dev.weir.local.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.FieldPath;
import dev.weir.operators.file.SourceFile;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records of files, treated as a run would treat them. */
public final class Sample {

  /** Looks at every record, those of decode's refusals among them; blank lines are passed over. */
  public interface Viewer {
    /**
     * @param file that the record is of
     * @param outcomes one for each release, in the plan's order
     */
    void view(Path file, SourceRecord record, List<Outcome> outcomes);
  }

  private final ProductPlan product;
  private final List<Path> files;
  private final WallClock clock;

  /**
   * @param clock that records are judged by
   */
  public Sample(ProductPlan product, List<Path> files, WallClock clock) {
    this.product = product;
    this.files = List.copyOf(files);
    this.clock = clock;
  }

  /**
   * Treats every record.
   *
   * @return what was seen of each release, in the plan's order
   * @throws dev.weir.operators.file.InputException if a file cannot be read, or not to its end
   */
  public List<ReleaseSample> treat(KeyProvider keys, Viewer viewer) throws IOException {
    List<ReleaseSample> samples = product.releases().stream().map(ReleaseSample::new).toList();
    DryRun dryRun = new DryRun(product, keys, clock.millis());
    Map<Long, Undecided> undecided = new LinkedHashMap<>();
    long number = 0;
    try (SourceFile source = open()) {
      while (source.hasNext()) {
        SourceRecord record = source.next();
        if (bytes(record).length > 0) {
          List<Outcome> outcomes = dryRun.outcomes(record, clock.millis());
          undecided.put(++number, new Undecided(record, subject(record, outcomes), outcomes));
          decide(dryRun, undecided);
          settle(undecided, samples, viewer);
        }
      }
    }
    dryRun.finish(clock.millis());
    decide(dryRun, undecided);
    settle(undecided, samples, viewer);
    for (int release = 0; release < samples.size(); release++) {
      samples.get(release).crowds(dryRun.tally(release));
      samples.get(release).statistics(dryRun.counted(release));
    }
    return samples;
  }

  private void decide(DryRun dryRun, Map<Long, Undecided> undecided) {
    for (int release = 0; release < product.releases().size(); release++) {
      for (SampleCrowd.Decision decision : dryRun.decided(release)) {
        Objects.requireNonNull(undecided.get(decision.place())).decide(release, decision.outcome());
      }
    }
  }

  /** Counts and shows what is decided, in the order of the files. */
  private void settle(Map<Long, Undecided> undecided, List<ReleaseSample> samples, Viewer viewer)
      throws IOException {
    Iterator<Undecided> first = undecided.values().iterator();
    while (first.hasNext()) {
      Undecided record = first.next();
      if (!record.isDecided()) {
        return;
      }
      for (int release = 0; release < samples.size(); release++) {
        samples.get(release).add(record.outcomes().get(release), record.subject());
      }
      Path file = files.get(SourceFile.FIRST_FILE - record.record().partition());
      viewer.view(file, record.record(), record.outcomes());
      first.remove();
    }
  }

  private SourceFile open() {
    RecordLimits limits = RecordLimits.DEFAULT;
    return SourceFile.open(
        files,
        product.record(),
        new SourceFile.FileLimits(limits.recordBytes(), limits.depth()),
        clock::millis);
  }

  /** Asked only of what leaves, or may. */
  private @Nullable String subject(SourceRecord record, List<Outcome> outcomes) throws IOException {
    boolean leaves =
        outcomes.stream()
            .anyMatch(o -> o instanceof Outcome.Released || o instanceof Outcome.Waiting);
    return leaves ? subject(record) : null;
  }

  private @Nullable String subject(SourceRecord record) throws IOException {
    FieldPath path = product.subject();
    if (path == null) {
      return null;
    }
    JsonNode node = ExactJson.MAPPER.readTree(bytes(record));
    for (FieldPath.Segment segment : path.segments()) {
      node = node.path(segment.name());
    }
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }

  /** A file has no tombstones. */
  private static byte[] bytes(SourceRecord record) {
    return Objects.requireNonNull(record.value());
  }
}

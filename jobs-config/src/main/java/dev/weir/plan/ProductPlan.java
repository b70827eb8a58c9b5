package dev.weir.plan;

import dev.weir.config.FieldPath;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One read and one decode, for all releases of a product.
 *
 * @param version of the product's contract, as {@code 2.3.0}
 * @param apiVersion of the standard that the contract is written in, as {@code v3.1.0}; the
 *     releases' contracts are written in the same
 * @param object the schema object that a record is
 * @param sourceUid uid of the source's state; {@code decodeUid} and {@code treatUid} likewise
 * @param record what decode looks for: the fields on a path that a release names, and subject,
 *     event time and jurisdiction; nothing else is looked at
 * @param subject null if the object has none
 * @param eventTime null: the Kafka timestamp, or in a file the clock
 * @param jurisdiction null if the object has none
 */
public record ProductPlan(
    String product,
    String version,
    String apiVersion,
    String object,
    String sourceUid,
    String decodeUid,
    String treatUid,
    String deadLetterTopic,
    Shape.Fields record,
    @Nullable FieldPath subject,
    @Nullable FieldPath eventTime,
    @Nullable FieldPath jurisdiction,
    List<ReleasePlan> releases)
    implements Serializable {
  public ProductPlan {
    releases = List.copyOf(releases);
  }

  /** Whether a release has random tokens, so that the graph needs the stages that follow. */
  public boolean remembers() {
    return releases.stream().anyMatch(r -> r.stages().contains(ReleasePlan.REMEMBER));
  }

  /** Uid of the stage that draws and remembers random tokens. */
  public String rememberUid() {
    return beside(ReleasePlan.REMEMBER);
  }

  /** Uid of the stage that puts them into records. */
  public String assembleUid() {
    return beside("assemble");
  }

  /** Whether a release has erasable tokens, so that the graph needs the two stages that follow. */
  public boolean erases() {
    return releases.stream().anyMatch(ReleasePlan::erases);
  }

  /** Whether a release forms crowds, for which people are counted. */
  public boolean gathers() {
    return releases.stream().anyMatch(release -> release.cohort() != null);
  }

  /** Whether a release is of statistics, so that the graph needs the stages that count. */
  public boolean counts() {
    return releases.stream().anyMatch(release -> release.statistics() != null);
  }

  /** Uid of the stage that charges and draws, for all objects of the product. */
  public String statisticsUid() {
    String object = treatUid.substring(0, treatUid.lastIndexOf('/'));
    return object.substring(0, object.lastIndexOf('/') + 1) + ReleasePlan.STATISTICS;
  }

  /** Whether something is remembered of subjects, under names that a key gives them. */
  public boolean namesSubjects() {
    return erases() || gathers();
  }

  /** Whether records of people may have to wait for a quota. */
  public boolean waits() {
    return subject != null && releases.stream().anyMatch(ReleasePlan::waits);
  }

  /** Uid of the stage that names subjects. */
  public String subjectNameUid() {
    return beside("subject-name");
  }

  /** Uid of the stage that keeps subjects' keys. */
  public String subjectKeyUid() {
    return beside(ReleasePlan.SUBJECT_KEY);
  }

  /** Topic that the wrapped keys of subjects go to; null: no token depends on any. */
  public @Nullable String subjectKeys() {
    return releases.stream()
        .flatMap(release -> ReleasePlanner.steps(release.output()))
        .map(step -> step instanceof Step.Tokenize token ? token.subjectKeys() : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String beside(String stage) {
    return treatUid.substring(0, treatUid.lastIndexOf('/') + 1) + stage;
  }
}

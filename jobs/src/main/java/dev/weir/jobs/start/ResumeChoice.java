package dev.weir.jobs.start;

import dev.weir.config.problem.FailureWords;
import java.io.IOException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for at the start.
 *
 * @param from a checkpoint or savepoint; null: the newest that there is
 * @param fresh leave all state alone
 * @param acceptsDuplicates what was released since the state was made may be released again
 * @param acceptsGap what the state counts on and was never released may be left out
 */
public record ResumeChoice(
    @Nullable String from, boolean fresh, boolean acceptsDuplicates, boolean acceptsGap) {

  private static final String MEND =
      "Check the path; --from PATH names another, --fresh starts without state and releases again"
          + " what is still in the source";

  /** Nothing is accepted. */
  public ResumeChoice(@Nullable String from, boolean fresh) {
    this(from, fresh, false, false);
  }

  /** Go on where the gateway has stopped. */
  public static ResumeChoice automatic() {
    return new ResumeChoice(null, false);
  }

  /**
   * Where the job goes on: where it was told to; else where Flink was told to ({@code flink run
   * -s}, or the operator of a cluster); else at the newest complete state of the gateway.
   */
  Resume resolve(GatewaySettings gateway, ReadableConfig flink, Findings findings) {
    String told = from == null ? flink.get(StateRecoveryOptions.SAVEPOINT_PATH) : from;
    String looked = told == null ? gateway.checkpoints().directory() : told;
    try {
      if (!fresh && told == null) {
        return newest(gateway);
      } else if (!fresh && complete(told)) {
        return new Resume.From(told, false);
      } else if (!fresh) {
        refuse(findings, told + " holds no complete checkpoint or savepoint");
      } else if (told != null) {
        refuse(findings, "--fresh was asked for, and Flink was told to go on from " + told);
      }
    } catch (IOException | IllegalArgumentException no) {
      refuse(findings, "nobody can look into " + looked + " (" + FailureWords.of(no) + ")");
    }
    return new Resume.FromTheStart(true);
  }

  private static boolean complete(String path) throws IOException {
    Path metadata = RetainedCheckpoints.metadata(path);
    return metadata.getFileSystem().exists(metadata);
  }

  private static Resume newest(GatewaySettings gateway) throws IOException {
    return RetainedCheckpoints.newest(gateway.checkpoints())
        .<Resume>map(found -> found)
        .orElseGet(() -> new Resume.FromTheStart(false));
  }

  /**
   * A start that only seems to be the first would release everything again: where the broker knows
   * that the gateway has read before, there must be state.
   */
  static void refuseSecondFirst(GatewaySettings gateway, String group, Findings findings) {
    refuse(
        findings,
        "the broker knows that this gateway has read before (group "
            + group
            + "), but there is no state in "
            + gateway.checkpoints().directory());
  }

  static void refuse(Findings findings, String what) {
    findings.add(EnvironmentRule.RESUME, Findings.path("checkpoints", "storage"), what, MEND);
  }
}

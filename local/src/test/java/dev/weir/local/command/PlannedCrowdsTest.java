package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code weir plan} and {@code weir validate} say of crowds. */
class PlannedCrowdsTest {

  private static final String NORTH = "north.yaml";
  private static final String SEAT = "      seat:         keep\n";
  private static final String LINKED = "its tokens link the rows of a person: two or three";

  private final Path directory;
  private TicketFiles files;

  PlannedCrowdsTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void crowds() throws IOException {
    files = TicketFiles.in(directory);
    files.change(
        "product.yaml",
        "integer\n        customProperties: [{property: privacyRole, value: public}]",
        "integer\n        customProperties: [{property: privacyRole, value: sensitive}]");
    files.change(
        NORTH,
        "    kind: records\n",
        "    kind: cohorts\n    k: 3\n    hold: PT1M\n    closeness: [{field: seat, t: 0.4}]\n");
    files.change(NORTH, "{tokenize: deterministic}", "tokenize");
    files.change(NORTH, "      email:        {tokenize: one-way}\n", "");
    files.change(NORTH, "born:         {round: year}", "born:         {generalize: {step: P1Y}}");
    files.change(NORTH, "      home.country: keep\n", "");
    files.change(NORTH, "      price:        keep\n", "");
  }

  private Ran plan() {
    return files.ran("plan", List.of(NORTH));
  }

  private boolean ordered() throws IOException {
    Ran ran = plan();
    assertThat(ran.exit()).as(ran.all()).isZero();
    return new ObjectMapper()
        .readTree(ran.out())
        .findValue("closeness")
        .get(0)
        .get("ordered")
        .asBoolean();
  }

  @Test
  void closeness_isOrdered_whereWhatLeavesIs() throws IOException {
    assertThat(ordered()).isTrue();
    files.change(NORTH, SEAT, "      seat: {bucket: 10}\n");
    assertThat(ordered()).isTrue();
    files.write("seats.csv", "1,front", "2,front", "3,back");
    files.change(NORTH, "{bucket: 10}", "{replace: {table: seats.csv}}");
    assertThat(ordered()).isFalse();
  }

  @Test
  void tokens_areWarnedOf_whereNoSampleCountsWhatTheyCost() throws IOException {
    files.write("sample.jsonl", files.events(50).toArray(String[]::new));
    assertThat(plan().err()).contains("north.tickets.v1: " + LINKED).contains("--input");
    assertThat(files.ran("plan", List.of(NORTH), "--input", files.text("sample.jsonl")).err())
        .doesNotContain(LINKED)
        .contains("its tokens link the rows of a person: who knows 2 of them");
    files.change(NORTH, "      member:       tokenize\n", "");
    assertThat(plan().err()).doesNotContain("its tokens link");
  }

  @Test
  void durationsBelowAMillisecond_areRefused_whereTheyStand() throws IOException {
    files.change(NORTH, "hold: PT1M", "hold: PT1M\n    pace: PT0.0001S\n    horizon: PT0.0009S");
    Ran ran = plan();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("releases[0].pace")
        .contains("releases[0].horizon")
        .contains("shorter than a millisecond");
    files.change(NORTH, "PT0.0001S", "PT0.001S");
    files.change(NORTH, "PT0.0009S", "PT1S");
    assertThat(plan().exit()).isZero();
  }

  @Test
  void horizonPastTheRetention_isWarnedOf() throws IOException {
    files.change(NORTH, "hold: PT1M", "hold: PT1M\n    horizon: P900D");
    Ran ran = plan();
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("releases[0].horizon: [cohort-horizon]");
    files.change(NORTH, "P900D", "P90D");
    assertThat(plan().err()).doesNotContain("cohort-horizon");
  }
}

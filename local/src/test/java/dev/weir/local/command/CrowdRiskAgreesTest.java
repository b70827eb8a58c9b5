package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.risk.RiskWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The run knows the people, the command its rows: what the run measured lies between what the
 * command says at least and at most, by the same key.
 */
class CrowdRiskAgreesTest {

  private static final String TOPIC = CohortsRunTest.TOPIC;
  private static final String QUASI = "(?m)^ *(born|age|weight|seen|trade|home.*): \\{.*\\n";

  private final TicketFiles files;

  CrowdRiskAgreesTest(@TempDir Path directory) throws IOException {
    files = CohortsRunTest.clinic(directory);
    String clinic = Files.readString(files.path("clinic.yaml")).replaceAll(QUASI, "");
    Files.writeString(files.path("clinic.yaml"), clinic);
    Files.write(files.path("events.jsonl"), CohortsRunTest.events(600));
  }

  @ParameterizedTest
  @CsvSource({
    "stable, age: {generalize: {step: 5}}, age",
    "stable, visit: {generalize: prefix}, visit",
    "stable, home.at: {generalize: {grid: 0.5}}, home.at",
    "window, age: {generalize: {step: 5}}, age",
    "window, visit: {generalize: prefix}, visit",
    "window, home.at: {generalize: {grid: 0.5}}, home.at",
  })
  void risk_holdsWhatTheRunMeasured(String mode, String field, String key) throws IOException {
    files.change("clinic.yaml", "visit: keep", field);
    files.change("clinic.yaml", "k: 4", "k: 4\n    mode: " + mode);
    Ran run = files.run(CohortsRunTest.AGREEMENT, "events.jsonl");
    assertThat(run.exit()).as(run.all()).isZero();
    JsonNode told = risk();
    assertThat(told.get("quasiIdentifiers")).hasSize(1);
    assertThat(told.at("/quasiIdentifiers/0").asText()).isEqualTo(key);
    assertThat(told.get("classes").asLong()).isGreaterThan(1);
    for (String measure : new String[] {"prosecutor", "marketer"}) {
      assertThat(measured(run, measure))
          .as(measure)
          .isBetween(
              told.at("/measures/" + measure).asDouble() - 1e-6,
              told.at("/atMost/" + measure).asDouble() + 1e-6);
    }
  }

  private JsonNode risk() throws IOException {
    String rows = files.text("out/" + TOPIC + ".jsonl");
    Ran ran = files.ran("risk", CohortsRunTest.AGREEMENT, "--release", rows, "--format", "json");
    assertThat(ran.exit()).as(ran.all()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }

  private static double measured(Ran run, String measure) {
    String told =
        run.out()
            .lines()
            .filter(line -> line.startsWith(TOPIC) && line.contains(RiskWords.of(measure)))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(told.replaceAll(".*" + RiskWords.of(measure) + " +", "").strip());
  }
}

package dev.weir.jobs.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.jobs.LineFormat;
import dev.weir.jobs.TestPlans;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageJson;
import dev.weir.operators.file.InputException;
import dev.weir.operators.stage.KeySource;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunTest {

  private static final Instant AS_OF = Instant.parse("2026-03-01T08:00:00Z");
  private static final KeySource NO_KEYS =
      () -> {
        throw new AssertionError("nothing here needs a key");
      };
  private static final JobPlan PLAN =
      TestPlans.job(
          TestPlans.product(
              "payments",
              TestPlans.release("acme", "acme.payments.v1"),
              TestPlans.release("globex", "globex.payments.v1")));

  private static final JobPlan ACME_ALONE =
      TestPlans.job(TestPlans.product("payments", TestPlans.release("acme", "acme.payments.v1")));

  private final Path directory;

  FileRunTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void everyRecord_isReleasedInOrder_orDeadLettered_andCounted() throws IOException {
    List<String> lines = IntStream.range(0, 5_000).mapToObj(i -> "{\"n\":" + i + "}").toList();
    Path input = write(lines, List.of("!bad", "", "{\"n\":5000}"));
    Summary summary = run(input);
    assertThat(Files.readAllLines(out("acme.payments.v1.jsonl")))
        .hasSize(5_001)
        .startsWith("{\"n\":0}", "{\"n\":1}")
        .containsExactlyElementsOf(Files.readAllLines(out("globex.payments.v1.jsonl")))
        .endsWith("{\"n\":4999}", "{\"n\":5000}");
    assertThat(Files.readAllLines(out("dead-letters.jsonl"))).hasSize(1);
    Summary.Release acme = summary.releases().get("acme.payments.v1");
    assertThat(acme)
        .isEqualTo(
            new Summary.Release(
                "acme",
                "acme-agreement@1.2.0",
                "all",
                "records",
                5_002,
                5_001,
                Map.of(),
                Map.of("malformed", 1L)));
    assertThat(summary.blank()).isEqualTo(1);
    assertThat(summary.tombstone()).isZero();
  }

  @Test
  void summary_isWrittenAsTheLanguageSays() throws IOException {
    run(write(List.of("{}"), List.of("")));
    assertThat(Files.readString(out("summary.json")).replaceAll("\\s", ""))
        .startsWith(
            "{\"blank\":1,\"tombstone\":0,\"releases\":{\"acme.payments.v1\":{\"partner\":\"acme\","
                + "\"agreement\":\"acme-agreement@1.2.0\",\"release\":\"all\",\"kind\":\"records\","
                + "\"in\":1,\"released\":1,\"withheld\":{},\"deadLettered\":{}},");
  }

  @Test
  void usage_agreesWithTheFilesOfTheTopics_inTheMinuteOfTheRun() throws IOException {
    run(write(List.of("{\"n\":1}", "{\"n\":22}", "!bad"), List.of()));
    List<UsageEvent> events = new ArrayList<>();
    for (String line : Files.readAllLines(out("usage.jsonl"))) {
      events.add(UsageJson.read(line.getBytes(UTF_8)));
    }
    Usage both = new Usage(2, 7 + 8, 2, BigDecimal.ZERO);
    assertThat(events)
        .extracting(UsageEvent::id, event -> event.data().usage())
        .containsExactlyInAnyOrder(
            tuple("acme/acme-agreement@1.2.0/all/" + AS_OF + "/0", both),
            tuple("globex/globex-agreement@1.2.0/all/" + AS_OF + "/0", both));
    assertThat(Files.readAllLines(out("usage-internal.jsonl")))
        .hasSize(2)
        .allMatch(line -> line.contains("\"in\":3,\"released\":2,"))
        .allMatch(line -> line.contains("\"deadLettered\":{\"malformed\":1}"));
  }

  /** What a partner is told must not depend on what it does not get. */
  @Test
  void usage_tellsNothingOfWhatDidNotLeave() throws IOException {
    run(write(List.of("{\"n\":1}", "{\"n\":22}"), List.of()));
    byte[] without = Files.readAllBytes(out("usage.jsonl"));
    run(write(List.of("!bad", "{\"n\":1}", "!bad", "", "{\"n\":22}"), List.of("!bad")));
    assertThat(out("usage.jsonl")).hasBinaryContent(without);
    assertThat(out("usage-internal.jsonl")).content().contains("\"malformed\":3");
  }

  @Test
  void emptyFile_givesEmptyFiles() throws IOException {
    run(write(List.of(), List.of()));
    assertThat(out("acme.payments.v1.jsonl")).isEmptyFile();
    assertThat(out("dead-letters.jsonl")).isEmptyFile();
    assertThat(out("summary.json")).isNotEmptyFile();
  }

  @Test
  void failedRun_leavesNothingNew_andWhatWasThere() throws IOException {
    run(write(List.of("{\"n\":1}"), List.of()));
    Path truncated = directory.resolve("input.avro");
    Files.write(truncated, new byte[] {'O', 'b', 'j', 1, 0});
    assertThatThrownBy(() -> run(truncated)).isInstanceOf(InputException.class);
    assertThat(Files.readString(out("acme.payments.v1.jsonl"))).isEqualTo("{\"n\":1}\n");
    assertNoLeftovers();
  }

  @Test
  void missingFile_isTheUsersProblem() {
    assertThatThrownBy(() -> run(directory.resolve("none.jsonl")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.jsonl");
  }

  @Test
  void severalFiles_areOneRun_andDeadLettersSayWhichFile() throws IOException {
    Path first = write(List.of("{\"n\":1}", "!bad"), List.of());
    Path second = Files.writeString(directory.resolve("more.jsonl"), "{\"n\":2}\n\n\n!bad");
    Summary summary = run(PLAN, first, second);
    assertThat(Files.readAllLines(out("acme.payments.v1.jsonl")))
        .containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(Files.readAllLines(out("dead-letters.jsonl")))
        .satisfiesExactly(
            letter -> assertThat(letter).contains("\"file\":\"" + first + "\",\"line\":2}"),
            letter -> assertThat(letter).contains("\"file\":\"" + second + "\",\"line\":4}"));
    assertThat(summary.blank()).isEqualTo(2);
    assertThat(summary.releases().values()).extracting(Summary.Release::in).containsOnly(4L);
  }

  @Test
  void runOverItsOwnResult_isRefused() throws IOException {
    run(write(List.of("{\"n\":1}"), List.of()));
    Path result = out("acme.payments.v1.jsonl");
    assertThatThrownBy(() -> run(result))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(result.toString());
    assertThat(result).hasContent("{\"n\":1}");
    assertNoLeftovers();
  }

  @Test
  void runOverAResultThatItWouldTakeAway_isRefused() throws IOException {
    run(write(List.of("{\"n\":1}"), List.of()));
    Path result = out("globex.payments.v1.jsonl");
    assertThatThrownBy(() -> run(ACME_ALONE, result))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(result.toString());
    assertThat(result).hasContent("{\"n\":1}");
  }

  @Test
  void runThatEndsWell_leavesOnlyItsOwnResults_andWhatIsNotOfARun() throws IOException {
    Path input = write(List.of("{\"n\":1}"), List.of());
    run(input);
    Files.writeString(out("notes.txt"), "mine");
    Files.writeString(out("initech.payments.v1.jsonl"), "mine");
    run(ACME_ALONE, input);
    assertThat(there())
        .containsExactlyInAnyOrder(
            "acme.payments.v1.avsc",
            "acme.payments.v1.contract.yaml",
            "acme.payments.v1.jsonl",
            "dead-letters.jsonl",
            "summary.json",
            "usage.jsonl",
            "usage-internal.jsonl",
            "notes.txt",
            "initech.payments.v1.jsonl");
  }

  @Test
  void failedRun_leavesAllResultsOfTheRunBefore() throws IOException {
    run(write(List.of("{\"n\":1}"), List.of()));
    List<String> before = there();
    Path truncated = directory.resolve("input.avro");
    Files.write(truncated, new byte[] {'O', 'b', 'j', 1, 0});
    assertThatThrownBy(() -> run(ACME_ALONE, truncated)).isInstanceOf(InputException.class);
    assertThat(there()).isEqualTo(before);
  }

  @Test
  void summaryThatIsNoRuns_takesNothingAway() throws IOException {
    Path input = write(List.of("{\"n\":1}"), List.of());
    Path beside = Files.writeString(directory.resolve("beside.jsonl"), "mine");
    Files.createDirectories(out("folder.jsonl"));
    for (String mine :
        List.of(
            "not json",
            "[]",
            "{\"releases\": {\"x\": 1}}",
            "{\"releases\": {\"../beside\": {\"agreement\": \"a@1\"}}}",
            "{\"releases\": {\"folder\": {\"agreement\": \"a@1\"}}}")) {
      Files.writeString(out("summary.json"), mine);
      Files.writeString(out("x.jsonl"), "mine");
      run(ACME_ALONE, input);
      assertThat(there()).as(mine).contains("x.jsonl", "folder.jsonl").hasSize(9);
    }
    assertThat(beside).hasContent("mine");
  }

  @Test
  void topicsThatWouldBeOneFile_areRefused() throws IOException {
    JobPlan plan =
        TestPlans.job(TestPlans.product("payments", TestPlans.release("acme", "dead-letters")));
    Path input = write(List.of(), List.of());
    assertThatThrownBy(() -> run(plan, input)).hasMessageContaining("dead-letters.jsonl");
  }

  private Summary run(Path input) throws IOException {
    return run(PLAN, input);
  }

  private Summary run(JobPlan plan, Path... inputs) throws IOException {
    RunFiles ends = new RunFiles(List.of(inputs), out(""));
    return FileRun.run(
        plan,
        new LineFormat(),
        ends,
        NO_KEYS,
        AS_OF,
        CountedDays.OF_RECORDS,
        RunPapers.NONE,
        read -> {});
  }

  private Path write(List<String> lines, List<String> more) throws IOException {
    Path input = directory.resolve("input.jsonl");
    return Files.write(input, Stream.concat(lines.stream(), more.stream()).toList());
  }

  private Path out(String name) {
    return directory.resolve("out").resolve(name);
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.list(out(""))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertNoLeftovers() throws IOException {
    assertThat(there()).noneMatch(name -> name.endsWith(".part"));
  }
}

package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several sizes of windows in one release: which there may be, and what makes them consistent. */
class SizesTest {

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: a
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: acme}
      purposes: [CommercialResearch]
      legalBasis: LegitimateInterest
      period: {from: 2026-01-01, to: 2036-01-01}
      retention: P30D
      releases:
        - name: r
          kind: statistics
          topic: t
          window: [PT1H, P1D]
          measures: {payments: count}
          perSubject: {records: 5, groups: 3, windows: 4}
          budget: {epsilon: 1, delta: 1e-9, per: P1D}
          postProcess: [round]
      """;

  private final Path dir;

  SizesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void product() throws IOException {
    Files.copy(
        Path.of("src/test/resources/dev/weir/config/check/product.yaml"),
        dir.resolve("product.yaml"));
  }

  private List<String> told(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("a.yaml"), text);
    Problems problems = new Problems();
    FileSet files = FileSetReader.read(List.of(dir.resolve("product.yaml"), file), problems);
    Validator.check(files, problems);
    NotEnforced.refuse(files, problems);
    return problems.sorted().stream()
        .map(
            problem ->
                problem.location().line() + " " + problem.rule().id() + " " + problem.message())
        .toList();
  }

  private List<String> windows(String windows, String per) throws IOException {
    return told(AGREEMENT.replace("[PT1H, P1D]", windows).replace("per: P1D", "per: " + per));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PT1H, P1D] | P1D",
        "[PT1H, PT6H, P1D] | P7D",
        "[P1D, P7D] | P7D",
        "[PT1H, P1D, P1M] | P1Y",
        "[P1M, P3M] | P1Y",
        "[P7D] | P1M"
      })
  void sizesThatPartOneAnother_areTaken(String windows, String per) throws IOException {
    assertThat(windows(windows, per)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PT5H, P1D] | P1D",
        "[P1D, PT1H] | P1D",
        "[P1D, PT24H] | P1D",
        "[P3D, P21D] | P1Y",
        "[P7D, P1M] | P1Y"
      })
  void sizesThatDoNotPartOneAnother_areRefused(String windows, String per) throws IOException {
    assertThat(windows(windows, per))
        .contains(
            "16 statistics-bounds A window of this size is not made of several whole ones of the"
                + " size before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[PT1H, P1M] | P1D", "[P1D, P7D] | P1M", "[P1D, P2D] | P7D"})
  void sizesThatDoNotPartThePeriod_areRefused(String windows, String per) throws IOException {
    assertThat(windows(windows, per))
        .containsExactly(
            "16 statistics-bounds A period of the budget is not made of whole windows of this"
                + " size");
  }

  @Test
  void boundsBeyondWhatACoarserWindowHasRoomFor_areRefused() throws IOException {
    String many = AGREEMENT.replace("records: 5", "records: 1000000");
    assertThat(told(many)).hasSize(1).first().asString().startsWith("18 statistics-bounds One");
    String consistent = many.replace("[round]", "[consistent]");
    assertThat(told(consistent)).as("nothing is noised in it").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payments: {countDistinct: subject}",
        "payments: {mean: amount, between: [0, 1]}",
        "payments: {variance: amount, between: [0, 1]}",
        "payments: {quantiles: [0.5], of: amount, between: [0, 1]}"
      })
  void consistent_isRefusedOfWhatDoesNotAddUp(String measure) throws IOException {
    String text = AGREEMENT.replace("payments: count", measure);
    assertThat(told(text)).isEmpty();
    assertThat(told(text.replace("[round]", "[consistent]")))
        .containsExactly(
            "17 statistics-bounds The numbers of several windows do not add up to that of them"
                + " together, so that sizes cannot be consistent");
  }

  @Test
  void consistent_isTakenOfSums_andWarnedOfWhereNumbersAreRaised() throws IOException {
    String text =
        AGREEMENT
            .replace(
                "payments: count",
                "p: count, s: {sum: amount, between: [0, 1]}, h: {histogram: amount, buckets: [0,"
                    + " 1]}")
            .replace("[round]", "[consistent]");
    assertThat(told(text)).isEmpty();
    assertThat(told(text.replace("[consistent]", "[nonNegative, consistent]")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("20 post-process With consistent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P1D | 4",
        "'{size: PT1H, hop: PT15M}' | 4",
        "'{since: 2026-01-01, every: PT1H}' | 1",
      })
  void consistent_changesNothingElsewhere(String window, int windows) throws IOException {
    String text =
        AGREEMENT
            .replace("[PT1H, P1D]", window)
            .replace("windows: 4", "windows: " + windows)
            .replace("[round]", "[round, consistent]");
    assertThat(told(text))
        .containsExactly(
            "20 post-process consistent changes nothing here: only windows of several sizes have"
                + " to agree");
  }
}

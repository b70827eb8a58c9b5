package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule, through files: where it is noted, with which mend, and what it just accepts. */
final class EveryRuleTest {

  private static final Pattern MARK = Pattern.compile("#! ([a-z-]+): (.+)$");

  private final Path directory;
  private final RuleExamples examples = new RuleExamples();

  EveryRuleTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
  }

  /** What a marked line is told. */
  private record Told(String file, int line, String rule, String mend) {

    boolean is(Problem problem) {
      return problem.location().file().equals(file)
          && problem.location().line() == line
          && problem.rule().id().equals(rule)
          && problem.mend().contains(mend);
    }
  }

  private List<Problem> problems() {
    Problems problems = new Problems();
    List<Path> named =
        List.of(directory.resolve("gateway.yaml"), directory.resolve("product.yaml"));
    FileSet files = FileSetReader.read(named, problems);
    Validator.check(files, problems);
    return problems.sorted();
  }

  private List<Told> marks() throws IOException {
    List<Told> marks = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          Matcher mark = MARK.matcher(lines.get(i));
          if (mark.find()) {
            marks.add(new Told(file.toString(), i + 1, mark.group(1), mark.group(2)));
          }
        }
      }
    }
    return marks;
  }

  @ParameterizedTest
  @EnumSource
  void breach_isToldInItsPlaceWithItsMend_andNothingElseIs(CheckRule rule) throws IOException {
    examples.refused(rule.id(), directory);
    List<Told> marks = marks();

    List<Problem> problems = problems();

    assertThat(marks).extracting(Told::rule).contains(rule.id());
    assertThat(marks)
        .allSatisfy(mark -> assertThat(problems).as(mark.toString()).anyMatch(mark::is));
    assertThat(problems)
        .allSatisfy(
            problem -> assertThat(marks).as(problem.toString()).anyMatch(mark -> mark.is(problem)));
  }

  @ParameterizedTest
  @EnumSource
  void nearestGoodFiles_haveNoProblem(CheckRule rule) throws IOException {
    examples.accepted(rule.id(), directory);

    assertThat(problems()).isEmpty();
  }

  @Test
  void examples_areOfRulesThatThereAre() {
    assertThat(examples.names())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(CheckRule.values()).map(CheckRule::id).toList());
  }
}

package dev.weir.bench.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.cohort.Mode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On invented people; the figures of the real ones are in docs/cohorts.md. */
class YardstickTest {

  private static final Map<String, List<String>> HIERARCHIES =
      Map.of(
          "sex", List.of("Female;*", "Male;*"),
          "race", List.of("a;*", "b;*", "c;*"),
          "marital-status", List.of("a;spouse present;*", "b;x;*", "c;x;*"),
          "education", List.of("a;x;*", "b;x;*", "c;Higher education;*", "d;Higher education;*"),
          "native-country", List.of("a;x;*", "b;x;*", "c;y;*", "d;y;*"),
          "workclass", List.of("a;x;*", "b;y;*"),
          "occupation", List.of("a;Technical;*", "b;Technical;*", "c;y;*", "d;y;*"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path data;

  @BeforeEach
  void people() throws IOException {
    Random random = new Random(1);
    StringBuilder rows =
        new StringBuilder(
            "sex;age;race;marital-status;education;native-country;workclass;occupation;salary-class\n");
    for (int person = 0; person < 1500; person++) {
      rows.append(leaf("sex", random)).append(';').append(17 + random.nextInt(74));
      for (String name :
          List.of(
              "race", "marital-status", "education", "native-country", "workclass", "occupation")) {
        rows.append(';').append(leaf(name, random));
      }
      rows.append(random.nextBoolean() ? ";>50K\n" : ";<=50K\n");
    }
    Files.writeString(data.resolve("adult.csv"), rows);
    for (Map.Entry<String, List<String>> hierarchy : HIERARCHIES.entrySet()) {
      Files.write(
          data.resolve("adult_hierarchy_" + hierarchy.getKey() + ".csv"), hierarchy.getValue());
    }
  }

  private static String leaf(String name, Random random) {
    List<String> lines = HIERARCHIES.getOrDefault(name, List.of());
    return lines.get(random.nextInt(lines.size())).split(";", -1)[0];
  }

  @Test
  void stable_leavesNothingToIntersect_andNothingPastTheBound() throws IOException {
    Measured stable = new Yardstick(data, 5).cohorts("COHORT", Mode.STABLE, 5);
    assertThat(stable.tokensBroken()).isZero();
    assertThat(stable.historiesBroken()).isZero();
    assertThat(stable.smallestClass()).isGreaterThanOrEqualTo(5);
    assertThat(stable.longestDelay()).isLessThanOrEqualTo(Yardstick.HOLD);
  }

  @Test
  void attacks_findWhatCastleLeavesOpen() throws IOException {
    Measured castle = new Yardstick(data, 5).castle("CASTLE", 5, 50, true);
    assertThat(castle.historiesBroken()).isPositive();
    assertThat(castle.longestDelay()).isLessThanOrEqualTo(Yardstick.HOLD);
    assertThat(castle.smallestClass()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void table_isPrintedLineByLine() {
    StringWriter out = new StringWriter();
    CommandLine command = YardstickMain.command().setOut(new PrintWriter(out));
    assertThat(
            command.execute(
                "--data", data.toString(), "--k", "5", "--appearances", "1", "--variants"))
        .isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("| 5 |"))).hasSize(16);
  }

  @Test
  void directoryWithoutData_isWrongUsage() {
    CommandLine command = YardstickMain.command().setErr(new PrintWriter(new StringWriter()));
    assertThat(command.execute("--data", data.resolve("nowhere").toString())).isEqualTo(2);
  }
}

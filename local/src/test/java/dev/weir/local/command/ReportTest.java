package dev.weir.local.command;

import static dev.weir.local.command.CohortsRunTest.AGREEMENT;
import static dev.weir.local.command.CohortsRunTest.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of {@code run --report} and {@code preview --report}. */
class ReportTest {

  private static final Pattern PICTURE = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");
  private static final Pattern ALT = Pattern.compile("alt=\"([^\"]*)\"");

  private final Path directory;
  private TicketFiles files;
  private List<String> events = List.of();

  ReportTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = CohortsRunTest.clinic(directory);
    files.change("clinic.yaml", "    hold: PT30S", "    hold: PT30S\n    risk: {prosecutor: 0.01}");
    events = CohortsRunTest.events(600);
    Files.write(files.path("events.jsonl"), events);
  }

  private Path run(String... more) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--input",
                files.text("events.jsonl"),
                "--output",
                files.text("out"),
                "--keys",
                files.text("keys")));
    all.addAll(List.of(more));
    Ran ran = files.ran("run", AGREEMENT, all.toArray(String[]::new));
    assertThat(ran.exit()).as(ran.all()).isZero();
    return files.path("out/report.html");
  }

  @Test
  void pageOfARun_isItsOwnersAlone_asksNobody_andRunsNothing() throws IOException {
    Path page = run("--report");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-------");
    assertIsAlone(Files.readString(page));
  }

  private static void assertIsAlone(String page) {
    assertThat(page).startsWith("<!doctype html>").contains("default-src 'none'");
    assertThat(PICTURE.matcher(page).replaceAll("PICTURE"))
        .doesNotContainIgnoringCase("http:", "https:", "//", "<script", "<link", "@import")
        .contains("src=\"PICTURE\"");
  }

  @Test
  void noValueOfARecord_isInThePage() throws IOException {
    String text = PICTURE.matcher(Files.readString(run("--report"))).replaceAll("");
    Set<String> values = new HashSet<>();
    for (String event : events) {
      texts(new ObjectMapper().readTree(event), values);
    }
    for (String row : files.released(TOPIC)) {
      texts(new ObjectMapper().readTree(row), values);
    }
    values.remove("*"); // a label of the hierarchy and of a style's line
    values.remove("");
    assertThat(values).hasSizeGreaterThan(1000).contains("SECRET", "mason", "V1");
    assertThat(words(text)).doesNotContainAnyElementsOf(values);
  }

  private static Set<String> words(String text) {
    return Set.of(
        Pattern.compile("[^A-Za-z0-9.:\"*-]+")
            .splitAsStream(text)
            .distinct()
            .toArray(String[]::new));
  }

  /** Texts alone: numbers are what the page is made of. */
  private static void texts(JsonNode node, Set<String> to) {
    if (node.isTextual()) {
      to.add(node.asText());
    }
    node.forEach(below -> texts(below, to));
  }

  @Test
  void pictures_areOfOutcomesLossClassesBeforeAndAfterAndDelay_andSayTheSameInWords()
      throws IOException {
    String page = Files.readString(run("--report"));
    List<String> words = ALT.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(words).hasSize(5);
    assertThat(words.get(0))
        .startsWith(
            "What became of the records. records: released " + files.released(TOPIC).size());
    assertThat(words.get(1)).contains("mean loss: born 0.", "home.zip", "home.at");
    assertThat(words.get(2)).contains("classes: 1 0, 2 to 4 ");
    assertThat(words.get(3)).contains("before: 1 ", "as released: 1 0, 2 to 4 ");
    assertThat(words.get(4)).startsWith("How long rows waited for a crowd. rows: to ");
    for (MatchResult found : PICTURE.matcher(page).results().toList()) {
      assertIsDrawn(Base64.getDecoder().decode(found.group(1)));
    }
    assertThat(page).contains("prosecutor risk, highest", ", above</td>", "k=4; l of illness=2");
  }

  /** More than a white sheet. */
  private static void assertIsDrawn(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(5).contains(0xFF0072B2);
  }

  @Test
  void pageOfARunBefore_isGone_andTheUsersOwnStays() throws IOException {
    Path page = run("--report");
    assertThat(page).exists();
    assertThat(run()).doesNotExist();
    Files.writeString(page, "<!doctype html><p>mine</p>");
    assertThat(run()).hasContent("<!doctype html><p>mine</p>");
  }

  @Test
  void preview_writesItsPageWhereItIsTold_andNothingElse() throws IOException {
    Path page = files.path("page.html");
    Ran ran =
        files.ran(
            "preview",
            AGREEMENT,
            "--input",
            files.text("events.jsonl"),
            "--limit",
            "0",
            "--report",
            page.toString());
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-------");
    String text = Files.readString(page);
    assertIsAlone(text);
    assertThat(ALT.matcher(text).results()).hasSize(4);
    assertThat(files.path("out")).doesNotExist();
  }
}

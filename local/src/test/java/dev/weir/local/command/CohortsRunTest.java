package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Crowds from an agreement's file to what leaves, by every kind of generalization. The oracle joins
 * what left with the source by the visit's number, and knows nothing of how crowds are formed.
 */
class CohortsRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int K = 4;
  static final List<String> AGREEMENT = List.of("clinic.yaml");
  static final String TOPIC = "clinic.visits.v1";

  static final String PRODUCT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: visits
      version: 1.0.0
      status: active
      schema:
        - name: visit
          logicalType: object
          properties:
            - {name: visit, logicalType: string, required: true, customProperties: [{property: privacyRole, value: public}]}
            - {name: patient, logicalType: string, customProperties: [{property: privacyRole, value: subject}]}
            - {name: born, logicalType: date, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - {name: age, logicalType: integer, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - {name: weight, logicalType: number, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - {name: seen, logicalType: timestamp, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - {name: trade, logicalType: string, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - name: home
              logicalType: object
              properties:
                - {name: zip, logicalType: string, customProperties: [{property: privacyRole, value: quasi-identifier}]}
                - name: at
                  logicalType: object
                  properties:
                    - {name: lat, logicalType: number, customProperties: [{property: privacyRole, value: quasi-identifier}]}
                    - {name: lon, logicalType: number, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - {name: illness, logicalType: string, customProperties: [{property: privacyRole, value: sensitive}]}
            - {name: secret, logicalType: string, customProperties: [{property: privacyRole, value: identifier}]}
      """;

  static final String CLINIC =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: clinic
      version: 1.0.0
      status: active
      product: visits@1
      partner: {id: north}
      purposes: [AcademicResearch]
      legalBasis: LegitimateInterest
      period: {from: 2020-01-01, to: 2040-01-01}
      retention: P30D
      releases:
        - name: visits
          kind: cohorts
          topic: clinic.visits.v1
          k: 4
          diversity: [{field: illness, l: 2}]
          hold: PT30S
          fields:
            visit: keep
            patient: tokenize
            born: {generalize: {step: P10Y}}
            age: {generalize: {step: 5}}
            weight: {generalize: {step: 2.5}}
            seen: {generalize: {step: PT6H}}
            trade: {generalize: {hierarchy: trades.csv}}
            home.zip: {generalize: prefix}
            home.at: {generalize: {grid: 0.5}}
            illness: keep
      """;

  static final String TRADES =
      """
      baker;food;*
      "cook ""chef""\";food;*
      mason;building;*
      """;

  private static final List<String> TRADE = List.of("baker", "cook \"chef\"", "mason");
  private final TicketFiles files;

  CohortsRunTest(@TempDir Path directory) throws IOException {
    files = clinic(directory);
  }

  /** Product and agreement, without any event. */
  static TicketFiles clinic(Path directory) throws IOException {
    TicketFiles files = TicketFiles.in(directory);
    Files.writeString(files.path("product.yaml"), PRODUCT);
    Files.writeString(files.path("clinic.yaml"), CLINIC);
    Files.writeString(files.path("trades.csv"), TRADES);
    return files;
  }

  /** Of 80 people, of whom every eighth has no trade and no place. */
  static List<String> events(int count) throws IOException {
    List<String> events = new ArrayList<>();
    Random values = new Random(5);
    for (int visit = 0; visit < count; visit++) {
      int person = values.nextInt(80);
      Random of = new Random(person);
      String place =
          person % 8 == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  ",\"at\":{\"lat\":%.3f,\"lon\":%.3f}",
                  of.nextDouble() * 180 - 90,
                  of.nextDouble() * 360 - 180);
      events.add(
          String.format(
              Locale.ROOT,
              "{\"visit\":\"V%d\",\"patient\":\"P%d\",\"born\":\"%d-03-0%d\",\"age\":%d,"
                  + "\"weight\":%.2f,\"seen\":\"2026-02-0%dT%02d:10:00Z\",\"trade\":%s,"
                  + "\"home\":{\"zip\":\"%05d\"%s},\"illness\":\"I%d\",\"secret\":\"SECRET\"}",
              visit,
              person,
              1930 + of.nextInt(70),
              1 + of.nextInt(9),
              of.nextInt(100) - 5,
              of.nextDouble() * 90,
              1 + of.nextInt(9),
              of.nextInt(24),
              person % 8 == 0 ? "null" : JSON.writeValueAsString(TRADE.get(of.nextInt(3))),
              of.nextInt(100_000),
              place,
              values.nextInt(6)));
    }
    return events;
  }

  @Test
  void everyRowIsInACrowd_inABoxThatHoldsIt() throws IOException {
    List<String> events = events(600);
    Files.write(files.path("events.jsonl"), events);
    Ran ran = files.run(AGREEMENT, "events.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    List<String> released = files.released(TOPIC);
    assertThat(released).hasSizeGreaterThan(500);
    Map<String, JsonNode> source = new HashMap<>();
    for (String event : events) {
      source.put(JSON.readTree(event).get("visit").asText(), JSON.readTree(event));
    }
    Map<String, Set<String>> people = new HashMap<>();
    Map<String, Set<String>> illnesses = new HashMap<>();
    Map<String, String> boxOf = new HashMap<>();
    Map<String, String> tokenOf = new HashMap<>();
    for (String line : released) {
      JsonNode row = JSON.readTree(line);
      JsonNode event = source.remove(row.get("visit").asText());
      assertThat(event).as("once").isNotNull();
      assertCovered(row, event);
      String box = box(row);
      String token = row.get("patient").asText();
      people.computeIfAbsent(box, b -> new HashSet<>()).add(event.get("patient").asText());
      illnesses.computeIfAbsent(box, b -> new HashSet<>()).add(row.get("illness").asText());
      assertThat(boxOf.putIfAbsent(token, box)).isIn(null, box);
      String person = event.get("patient").asText();
      assertThat(tokenOf.putIfAbsent(person, token)).isIn(null, token);
      assertThat(line).doesNotContain("SECRET", person + "\"");
    }
    assertThat(people.values()).allMatch(crowd -> crowd.size() >= K);
    assertThat(illnesses.values()).allMatch(values -> values.size() >= 2);
    assertThat(summary(source.size())).contains("\"released\" : " + released.size());
  }

  private String summary(int suppressed) throws IOException {
    String summary = Files.readString(files.path("out/summary.json"));
    if (suppressed > 0) {
      assertThat(summary).containsAnyOf("\"no_crowd\"", "\"not_diverse\"");
    }
    return summary;
  }

  private static String box(JsonNode row) {
    return Stream.of("born", "age", "weight", "seen", "trade", "home")
        .map(name -> row.get(name).toString())
        .toList()
        .toString();
  }

  private static void assertCovered(JsonNode row, JsonNode event) {
    BiPredicate<String, String> text = (low, high) -> low.compareTo(high) <= 0;
    assertThat(runs(row.get("born"), event.get("born").asText(), text, true)).isTrue();
    assertThat(runs(row.get("seen"), event.get("seen").asText(), text, false)).isTrue();
    BiPredicate<String, String> number =
        (low, high) -> new BigDecimal(low).compareTo(new BigDecimal(high)) <= 0;
    assertThat(runs(row.get("age"), event.get("age").asText(), number, true)).isTrue();
    assertThat(runs(row.get("weight"), event.get("weight").asText(), number, false)).isTrue();
    assertThat(prefix(row.at("/home/zip").asText(), event.at("/home/zip").asText())).isTrue();
    assertThat(label(row.get("trade"), event.get("trade"))).isTrue();
    JsonNode at = row.at("/home/at");
    if (event.at("/home/at").isMissingNode()) {
      assertThat(at.isNull()).as("who has none is with those who have none").isTrue();
    } else {
      for (String axis : List.of("lat", "lon")) {
        String degrees = event.at("/home/at/" + axis).asText();
        assertThat(runs(at.get(axis), degrees, number, false)).isTrue();
      }
    }
  }

  private static boolean runs(
      JsonNode shown, String value, BiPredicate<String, String> upTo, boolean whole) {
    if (!shown.isObject()) {
      return shown.asText().equals(value);
    }
    String to = shown.get("to").asText();
    boolean ends = whole ? upTo.test(value, to) : !upTo.test(to, value);
    return upTo.test(shown.get("from").asText(), value) && ends;
  }

  private static boolean prefix(String shown, String value) {
    return shown.endsWith("*")
        ? value.startsWith(shown.substring(0, shown.length() - 1))
        : shown.equals(value);
  }

  private static boolean label(JsonNode shown, JsonNode value) {
    if (value.isNull()) {
      return shown.isNull();
    }
    boolean food = !value.asText().equals("mason");
    return switch (shown.asText()) {
      case "*" -> true;
      case "food" -> food;
      case "building" -> !food;
      default -> shown.asText().equals(value.asText());
    };
  }

  @Test
  void valueThatTheHierarchyLacks_andRowOfNobody_areDeadLettered_atTheirFields()
      throws IOException {
    List<String> events = new ArrayList<>(events(400));
    events.add(events.get(1).replaceFirst("\"trade\":(null|\"[^,]*\")", "\"trade\":\"spy\""));
    events.add(events.get(1).replaceFirst("\"patient\":\"P[0-9]*\",", ""));
    events.add(events.get(1).replaceFirst("\"zip\":\"[0-9]*\"", "\"zip\":\"ß\""));
    events.add(events.get(1).replaceFirst("\"age\":-?[0-9]*", "\"age\":99999999999999999999"));
    Files.write(files.path("events.jsonl"), events);
    Ran ran = files.run(AGREEMENT, "events.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    List<String> letters = Files.readAllLines(files.path("out/dead-letters.jsonl"));
    assertThat(letters).hasSize(4);
    assertThat(letters.get(0)).contains("\"not_in_hierarchy\"", "\"trade\"").doesNotContain("spy");
    assertThat(letters.get(1)).contains("\"no_subject\"", "\"patient\"");
    assertThat(letters.get(2)).contains("\"out_of_range\"", "\"home.zip\"");
    assertThat(letters.get(3)).contains("\"out_of_range\"", "\"age\"");
  }

  @Test
  void risk_isToldWhereItIsAboveTheBound_asTheReleasedRowsHaveIt() throws IOException {
    files.change("clinic.yaml", "    hold: PT30S", "    hold: PT30S\n    risk: {prosecutor: 0.01}");
    Files.write(files.path("events.jsonl"), events(600));
    Ran ran = files.run(AGREEMENT, "events.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    Ran risk =
        files.ran(
            "risk",
            AGREEMENT,
            "--release",
            files.text("out/" + TOPIC + ".jsonl"),
            "--format",
            "json");
    assertThat(risk.exit()).as("above the bound").isEqualTo(4);
    JsonNode told = JSON.readTree(risk.out());
    assertThat(ran.out().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(TOPIC)
                    .contains("prosecutor risk, highest", figure(told, "prosecutor"), "0.01")
                    .endsWith("above"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("marketer risk, the average", figure(told, "marketer"))
                    .doesNotContain("above"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        told.get("classes").asText() + " classes",
                        "the smallest of " + told.get("smallest").asText(),
                        "mean loss born 0."));
    assertThat(Files.readString(files.path("out/summary.json"))).doesNotContain("crowds", "risk");
  }

  private static String figure(JsonNode told, String measure) {
    return String.format(Locale.ROOT, "%.6f", told.get("measures").get(measure).asDouble());
  }

  @Test
  void tooFewPeople_letNothingLeave() throws IOException {
    List<String> few =
        events(400).stream().filter(event -> event.contains("\"P1\"")).limit(50).toList();
    Files.write(files.path("events.jsonl"), few);
    Ran ran = files.run(AGREEMENT, "events.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(files.released(TOPIC)).isEmpty();
    assertThat(Files.readString(files.path("out/summary.json")))
        .contains("\"no_crowd\" : " + few.size());
  }

  @Test
  void withoutATokenNoKeysAreAsked_andWithoutQuasiIdentifiersAllAreOneCrowd() throws IOException {
    files.change("clinic.yaml", "patient: tokenize", "patient: drop");
    String all = Files.readString(files.path("clinic.yaml"));
    Files.writeString(
        files.path("clinic.yaml"), all.replaceAll("(?m)^ *[a-z.]+: \\{generalize.*\\n", ""));
    List<String> events = events(100);
    Files.write(files.path("events.jsonl"), events);
    Ran ran =
        files.ran(
            "run", AGREEMENT, "--input", files.text("events.jsonl"), "--output", files.text("out"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(files.released(TOPIC)).hasSize(100).allMatch(row -> row.startsWith("{\"visit\":"));
  }

  @Test
  void brokenHierarchy_isRefusedAtItsLines() throws IOException {
    Files.writeString(files.path("trades.csv"), "baker;food;*\nbaker;food;*\nmason;*\n");
    Ran ran = files.ran("plan", AGREEMENT);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.all()).contains("trades.csv:3:1", "[hierarchy-file]");
  }

  @Test
  void hierarchyThatIsADirectory_isRefusedWhereItIsNamed() throws IOException {
    Files.createDirectory(files.path("folder"));
    files.change("clinic.yaml", "hierarchy: trades.csv", "hierarchy: folder");
    assertRefusedWhereItIsNamed("There is no file folder, or it cannot be read");
  }

  /** A file in every way, until it is read. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void hierarchyThatFailsWhileItIsRead_isRefusedWhereItIsNamed() throws IOException {
    files.change("clinic.yaml", "hierarchy: trades.csv", "hierarchy: /proc/self/mem");
    assertRefusedWhereItIsNamed("The file /proc/self/mem cannot be read to its end");
  }

  private void assertRefusedWhereItIsNamed(String what) {
    String place = "releases[0].fields.trade.generalize.hierarchy: [hierarchy-file] ";
    String[] both = {files.text("product.yaml"), files.text("clinic.yaml")};
    for (Ran ran : List.of(Ran.weir("validate", both[0], both[1]), files.ran("plan", AGREEMENT))) {
      assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
      assertThat(ran.all()).containsPattern("clinic.yaml:[0-9]+:[0-9]+ ").contains(place + what);
    }
  }

  @Test
  void preview_showsBoxes_andWhatTokensAreWorth() throws IOException {
    Files.write(files.path("events.jsonl"), events(300));
    Ran ran = files.ran("preview", AGREEMENT, "--input", files.text("events.jsonl"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.all())
        .contains("born.from", "home.at.lat.from")
        .contains("who knows 2 of them finds", "who knows 3 of them finds");
  }
}

package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.BOOLEAN;
import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIME;
import static dev.weir.config.LogicalType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonDecoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.TokenizationException;
import dev.weir.tokenization.Tokenizer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreaterTest {

  private static final Step KEEP = new Step.Keep();
  private static final TokenKeys OPEN = new OpenKeys();

  /** What one treater says of one record. */
  private record Left(@Nullable Rejection refused, String value, String key) {}

  private static Left left(ProductPlan plan, TokenKeys keys, String json) {
    return left(JsonTreater.compile(plan.releases().get(0), plan, keys), plan, json);
  }

  private static Left left(JsonTreater treater, ProductPlan plan, String json) {
    byte[] source = json.getBytes(StandardCharsets.UTF_8);
    Event event = JsonDecoder.compile(plan, 1 << 20, 64).decode(new SourceRecord(source, 0, 0, 0));
    assertThat(event.rejection()).as(json).isNull();
    ByteOutput value = new ByteOutput(1);
    ByteOutput key = new ByteOutput(1);
    Rejection refused = treater.treat(event, value, key);
    return new Left(refused, text(value), text(key));
  }

  private static String text(ByteOutput out) {
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private static String treated(JsonPlans plan, String json) {
    Left left = left(plan.plan(), OPEN, json);
    assertThat(left.refused()).isNull();
    return left.value();
  }

  private static Rejection refused(JsonPlans plan, String json) {
    Rejection refused = left(plan.plan(), OPEN, json).refused();
    assertThat(refused).isNotNull();
    return Objects.requireNonNull(refused);
  }

  /** Of one optional field {@code f}. */
  private static JsonPlans one(LogicalType type, Step step) {
    return JsonPlans.record().field("f", type, false, step);
  }

  private static String one(LogicalType type, Step step, String value) {
    String left = treated(one(type, step), "{\"f\":" + value + "}");
    assertThat(left).startsWith("{\"f\":").endsWith("}");
    return left.substring(5, left.length() - 1);
  }

  // Kept.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.50",
        "0",
        "-0",
        "-0.0",
        "1.0",
        "1e3",
        "1E+03",
        "-1.25e-7",
        "1e400",
        "12345678901234567890",
        "0.1000000000000000055511151231257827",
        "123456789012345678901234567890.00"
      })
  void numbersKeepTheirDigits(String number) {
    assertThat(one(NUMBER, KEEP, number)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "-12", "12345678901234567890", "-123456789012345678901234567890"})
  void integersKeepTheirDigits(String integer) {
    assertThat(one(INTEGER, KEEP, integer)).isEqualTo(integer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"P\u00e9ter\"",
        "\"\\u0050\\u00e9ter\"",
        "\"\ud83d\ude00\"",
        "\"\\ud83d\\uDE00\"",
        "\"a\\/b\"",
        "\"a/b\"",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\"",
        "\"\\u0000\"",
        "\"\u2028\u007f\"",
        "\"{\\\"a\\\":1}\"",
        "\"ends in a backslash\\\\\""
      })
  void stringsKeepTheirBytesAndEscapes(String string) {
    assertThat(one(STRING, KEEP, string)).isEqualTo(string);
    assertThat(treated(JsonPlans.record().array("f", STRING, KEEP), "{\"f\":[" + string + "]}"))
        .isEqualTo("{\"f\":[" + string + "]}");
  }

  @Test
  void otherTypesKeepTheirBytes() {
    assertThat(one(BOOLEAN, KEEP, "true")).isEqualTo("true");
    assertThat(one(BOOLEAN, KEEP, "false")).isEqualTo("false");
    assertThat(one(DATE, KEEP, "\"2026-03-0\\u0031\"")).isEqualTo("\"2026-03-0\\u0031\"");
    assertThat(one(TIMESTAMP, KEEP, "\"2026-03-01t09:00:00.1230z\""))
        .isEqualTo("\"2026-03-01t09:00:00.1230z\"");
    assertThat(one(TIME, KEEP, "\"09:00:00.50+01:00\"")).isEqualTo("\"09:00:00.50+01:00\"");
  }

  // Null, absent, nesting, order.

  private static JsonPlans person() {
    return JsonPlans.record()
        .kept("id", STRING)
        .object(
            "address",
            false,
            address ->
                address
                    .kept("zip", STRING)
                    .read("street", STRING)
                    .object("geo", false, geo -> geo.kept("lat", NUMBER)))
        .array("tags", STRING, KEEP)
        .objects("items", item -> item.kept("sku", STRING).read("note", STRING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{}",
        "{\"id\":null}|{\"id\":null}",
        "{\"address\":null,\"tags\":null,\"items\":null}|{\"address\":null,\"tags\":null,\"items\":null}",
        "{\"address\":{}}|{\"address\":{}}",
        "{\"address\":{\"street\":\"SECRET\"}}|{\"address\":{}}",
        "{\"address\":{\"zip\":null,\"geo\":{\"lat\":null}}}|{\"address\":{\"zip\":null,\"geo\":{\"lat\":null}}}",
        "{\"address\":{\"geo\":{}}}|{\"address\":{\"geo\":{}}}",
        "{\"tags\":[],\"items\":[]}|{\"tags\":[],\"items\":[]}",
        "{\"tags\":[null,\"a\",null]}|{\"tags\":[null,\"a\",null]}",
        "{\"items\":[null,{},{\"sku\":null},{\"note\":\"SECRET\"}]}|{\"items\":[null,{},{\"sku\":null},{}]}"
      })
  void nullStaysNull_absentStaysAbsent_nestingStays(String source, String expected) {
    assertThat(treated(person(), source)).isEqualTo(expected);
  }

  @Test
  void fieldsLeaveInThePlansOrder_withoutWhiteSpace() {
    String source =
        "\n{ \"items\" : [ { \"note\" : 0.5E1 , \"sku\" : \"s 1\" } ,\t{\"sku\":\"s2\"} ] ,\r\n \"tags\" : [ \"a\" , \"b\" ],"
            + " \"address\" : { \"geo\" : { \"lat\" : 1.50 } , \"zip\" : \"497\" } , \"id\" : \"x\" }\n";
    assertThat(treated(person(), source.replace("0.5E1", "\"n\"")))
        .isEqualTo(
            "{\"id\":\"x\",\"address\":{\"zip\":\"497\",\"geo\":{\"lat\":1.50}},\"tags\":[\"a\",\"b\"],"
                + "\"items\":[{\"sku\":\"s 1\"},{\"sku\":\"s2\"}]}");
  }

  @Test
  void arraysInArrays_keepTheirNesting() {
    Shape leaf = new Shape.Leaf(NUMBER, null);
    FieldPath path = FieldPath.parse("m[]");
    Output number = new Output.Leaf(path, NUMBER, NUMBER, KEEP);
    JsonPlans matrix =
        JsonPlans.record()
            .any(
                "m",
                new Shape.Items(new Shape.Items(leaf)),
                new Output.Items(new Output.Items(number)));
    assertThat(treated(matrix, "{\"m\":[[1.0, 2],[],null,[null],[3]]}"))
        .isEqualTo("{\"m\":[[1.0,2],[],null,[null],[3]]}");
  }

  // Nothing undeclared.

  @Test
  void whatThePlanDoesNotName_hasNoWayOut() {
    String source =
        "{\"MARKER1\":\"MARKER2\",\"id\":\"x\",\"ID\":\"MARKER3\",\"address\":{\"MARKER4\":{\"zip\":\"MARKER5\"},\"street\":\"MARKER6\","
            + "\"zip\":\"497\",\"id\":\"MARKER7\"},\"zip\":\"MARKER8\",\"items\":[{\"MARKER9\":[],\"note\":\"MARKER10\"}],"
            + "\"address.zip\":\"MARKER11\",\"tags\":[],\"id\\u0000\":\"MARKER12\",\"items[].sku\":\"MARKER13\"}";
    assertThat(treated(person(), source))
        .isEqualTo("{\"id\":\"x\",\"address\":{\"zip\":\"497\"},\"tags\":[],\"items\":[{}]}");
  }

  @Test
  void escapedName_isTheFieldItSays_andIsTreatedAsThat() {
    JsonPlans plan =
        JsonPlans.record()
            .field("email", STRING, false, new Step.Mask(1, 0, "*", 3))
            .kept("id", STRING);
    assertThat(treated(plan, "{\"\\u0065mail\":\"x@example.org\",\"i\\u0064\":\"1\"}"))
        .isEqualTo("{\"email\":\"x***\",\"id\":\"1\"}");
    JsonPlans without = JsonPlans.record().kept("id", STRING).read("email", STRING);
    assertThat(treated(without, "{\"\\u0065mail\":\"MARKER\",\"id\":\"1\"}"))
        .isEqualTo("{\"id\":\"1\"}");
  }

  @Test
  void namesOfAllSorts_leaveAsTheProductDeclaresThem() {
    JsonPlans plan = JsonPlans.record();
    RandomPlans.NAMES.forEach(name -> plan.kept(name, INTEGER));
    StringBuilder source = new StringBuilder("{\"MARKER\":0");
    StrictJson json = new StrictJson();
    for (int i = 0; i < RandomPlans.NAMES.size(); i++) {
      source.append(",\"");
      RandomPlans.NAMES.get(i).chars().forEach(c -> source.append(String.format("\\u%04x", c)));
      source.append("\":").append(i);
    }
    String left = treated(plan, source.append("}").toString());
    Tree.Obj object = (Tree.Obj) json.parse(left.getBytes(StandardCharsets.UTF_8), 1);
    assertThat(Objects.requireNonNull(object).members())
        .extracting(Tree.Member::name)
        .containsExactlyElementsOf(RandomPlans.NAMES);
    assertThat(object.get("a.b")).isInstanceOf(Tree.Scalar.class);
  }

  // Treated.

  @Test
  void treatedText_isTheStringsOwn_whateverItsEscapes() {
    Step mask = new Step.Mask(1, 1, "*", null);
    assertThat(one(STRING, mask, "\"abcd\"")).isEqualTo("\"a**d\"");
    assertThat(one(STRING, mask, "\"\\u0061b\\u0063\\u0064\"")).isEqualTo("\"a**d\"");
    assertThat(one(STRING, mask, "\"\\\"b\\n\\\\\"")).isEqualTo("\"\\\"**\\\\\"");
    assertThat(one(STRING, mask, "\"\\ud83d\\ude00bc\u00e9\""))
        .isEqualTo("\"\ud83d\ude00**\u00e9\"");
    assertThat(one(STRING, new Step.Truncate(2), "\"\\tb\\u000ac\"")).isEqualTo("\"\\u0009b\"");
    assertThat(one(STRING, new Step.Truncate(2), "\"ab\"")).isEqualTo("\"\"");
    assertThat(one(STRING, new Step.Mask(0, 0, "\"", 2), "\"ab\"")).isEqualTo("\"\\\"\\\"\"");
  }

  @Test
  void numbersStayNumbers_andRoundedTimesAreStrings() {
    assertThat(one(NUMBER, new Step.Bucket(new BigDecimal("0.5")), "12.74")).isEqualTo("12.5");
    assertThat(one(INTEGER, new Step.Bucket(BigDecimal.TEN), "-1")).isEqualTo("-10");
    assertThat(one(INTEGER, new Step.Bucket(BigDecimal.TEN), "-0")).isEqualTo("0");
    assertThat(one(DATE, new Step.Round(TimeUnit.YEAR, null), "\"1946-07-15\""))
        .isEqualTo("\"1946\"");
    assertThat(
            one(
                TIMESTAMP,
                new Step.Round(TimeUnit.HOUR, null),
                "\"2026-03-01T09:30:00\\u002b01:00\""))
        .isEqualTo("\"2026-03-01T08:00:00Z\"");
  }

  @Test
  void redact_writesItsConstant_butNotForNullOrAbsent() {
    assertThat(one(STRING, new Step.Redact("null"), "\"x\"")).isEqualTo("null");
    assertThat(one(STRING, new Step.Redact(" \"hid\\u0064en\" "), "\"x\""))
        .isEqualTo("\"hid\\u0064en\"");
    assertThat(one(NUMBER, new Step.Redact("0.50"), "1")).isEqualTo("0.50");
    assertThat(one(STRING, new Step.Redact("\"x\""), "null")).isEqualTo("null");
    assertThat(treated(one(STRING, new Step.Redact("\"x\"")), "{}")).isEqualTo("{}");
  }

  @Test
  void itemsOfAnArray_areTreatedOneByOne() {
    JsonPlans plan =
        JsonPlans.record()
            .array("tags", STRING, new Step.Truncate(1))
            .objects(
                "items", item -> item.field("p", NUMBER, false, new Step.Bucket(BigDecimal.TEN)));
    assertThat(
            treated(
                plan,
                "{\"tags\":[\"ab\",null,\"\\u0063d\"],\"items\":[{\"p\":19},{\"p\":null},{\"p\":5}]}"))
        .isEqualTo("{\"tags\":[\"a\",null,\"c\"],\"items\":[{\"p\":10},{\"p\":null},{\"p\":0}]}");
  }

  @Test
  void replace_findsTheTextThatIsSaid() {
    Step.Replace table =
        new Step.Replace("t.csv", "0", Map.of("DE", "\"G\"", "0", "zero"), "other");
    assertThat(one(STRING, table, "\"\\u0044E\"")).isEqualTo("\"\\\"G\\\"\"");
    assertThat(one(STRING, table, "\"\"")).isEqualTo("\"other\"");
    assertThat(one(INTEGER, table, "-0")).isEqualTo("\"zero\"");
  }

  @Test
  void tableOfIntegers_givesIntegers() {
    Step.Replace table = new Step.Replace("t.csv", "0", Map.of("7", "12"), "-1");
    JsonPlans plan = integers(table);
    assertThat(treated(plan, "{\"f\":7}")).isEqualTo("{\"f\":12}");
    assertThat(treated(plan, "{\"f\":8}")).isEqualTo("{\"f\":-1}");
    for (String bad : new String[] {"x", "1.0", "01", "", "1,\"a\":2"}) {
      assertThatThrownBy(
              () -> treated(integers(new Step.Replace("t.csv", "0", Map.of("7", bad), null)), "{}"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("t.csv");
      assertThatThrownBy(
              () -> treated(integers(new Step.Replace("t.csv", "0", Map.of(), bad)), "{}"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static JsonPlans integers(Step.Replace table) {
    Output leaf = new Output.Leaf(FieldPath.of("f"), INTEGER, INTEGER, table);
    return JsonPlans.record().any("f", new Shape.Leaf(INTEGER, null), leaf);
  }

  // Tokens, key and subject.

  @Test
  void tokens_areThoseOfTheTextThatIsSaid_andTheSubjectsIsTheKey(@TempDir Path directory)
      throws TokenizationException {
    TokenKeys keys = TestTokenKeys.in(directory);
    ProductPlan plan = Cards.plan();
    String rest =
        ",\"amount\":54.83,\"currency\":\"EUR\",\"occurred_at\":\"2026-03-01T09:30:00Z\",\"name\":\"MARKER\"}";
    Left left =
        left(
            plan,
            keys,
            "{\"payment_id\":\"P1\",\"customer_id\":\"C\u00e9\\u0031\",\"email\":\"a\\u0040b\""
                + rest);
    String customer =
        token(keys, Cards.token(TokenScheme.DETERMINISTIC, "customer_id"), "C\u00e91");
    String email = token(keys, Cards.token(TokenScheme.ONE_WAY, "email"), "a@b");
    assertThat(left.refused()).isNull();
    assertThat(left.value())
        .isEqualTo(
            "{\"payment_id\":\"P1\",\"customer_id\":\"%s\",\"email\":\"%s\",\"amount\":50,\"currency\":\"EUR\","
                    .formatted(customer, email)
                + "\"occurred_at\":\"2026-03-01T09:00:00Z\"}");
    assertThat(left.key()).isEqualTo(customer);
    assertThat(customer).isNotEqualTo(email).doesNotContain("C\u00e9");
  }

  private static String token(TokenKeys keys, Step.Tokenize step, String text)
      throws TokenizationException {
    Tokenizer tokenizer = keys.tokenizer(step);
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[tokenizer.maxTokenLength(value.length)];
    int end = tokenizer.tokenize(value, 0, value.length, out, 0);
    return new String(Arrays.copyOf(out, end), StandardCharsets.US_ASCII);
  }

  @Test
  void withoutASubject_thereIsNoKey() {
    Step token = Cards.token(TokenScheme.DETERMINISTIC, "f");
    ProductPlan plan = one(STRING, token).keyedSubject("f").plan();
    assertThat(left(plan, OPEN, "{\"f\":\"x\"}").key()).isNotEmpty();
    assertThat(left(plan, OPEN, "{\"f\":null}").key()).isEmpty();
    assertThat(left(plan, OPEN, "{}").key()).isEmpty();
    assertThat(left(one(STRING, token).subject("f").plan(), OPEN, "{\"f\":\"x\"}").key()).isEmpty();
  }

  @Test
  void integerSubject_hasOneText() {
    ProductPlan plan =
        one(INTEGER, Cards.token(TokenScheme.DETERMINISTIC, "f")).keyedSubject("f").plan();
    assertThat(left(plan, OPEN, "{\"f\":-0}").key()).isEqualTo(left(plan, OPEN, "{\"f\":0}").key());
    assertThat(left(plan, OPEN, "{\"f\":-1}").key())
        .isNotEqualTo(left(plan, OPEN, "{\"f\":1}").key());
  }

  @Test
  void aShift_movesBySubject_whereverTheShiftedFieldIs() {
    Step shift =
        new Step.Shift(
            OpenKeys.MAX_DAYS,
            null,
            new Step.KeyRef("acme", "shift"),
            new Step.TokenContext("shift", "agreement:a", "d"));
    JsonPlans plan =
        JsonPlans.record()
            .objects("stays", stay -> stay.field("on", DATE, false, shift))
            .read("id", STRING)
            .subject("id");
    String expected = LocalDate.of(2026, 3, 1).plusDays(OpenKeys.days("p\u00e9")).toString();
    assertThat(
            treated(
                plan, "{\"stays\":[{\"on\":\"2026-03-01\"},{\"on\":null}],\"id\":\"p\\u00e9\"}"))
        .isEqualTo("{\"stays\":[{\"on\":\"" + expected + "\"},{\"on\":null}]}");
    assertThat(treated(plan, "{\"stays\":[]}")).isEqualTo("{\"stays\":[]}");
    Rejection none = new Rejection(Reason.NO_SUBJECT, FieldPath.parse("stays[].on"));
    for (String id : new String[] {"null", "\"\""}) {
      assertThat(refused(plan, "{\"stays\":[{\"on\":\"2026-03-01\"}],\"id\":" + id + "}"))
          .isEqualTo(none);
    }
    assertThat(refused(plan, "{\"stays\":[{\"on\":\"2026-03-01\"}]}")).isEqualTo(none);
  }

  // Refused.

  @Test
  void refusalOfATreatment_namesTheField() {
    JsonPlans plan =
        JsonPlans.record()
            .kept("id", STRING)
            .field("amount", NUMBER, false, new Step.Bucket(BigDecimal.TEN))
            .object(
                "a.b",
                false,
                object ->
                    object.field(
                        "c",
                        STRING,
                        false,
                        new Step.Replace("t.csv", "0", Map.of("x", "y"), null)));
    assertThat(refused(plan, "{\"id\":\"x\",\"amount\":1e999999}"))
        .isEqualTo(new Rejection(Reason.OUT_OF_RANGE, FieldPath.of("amount")));
    assertThat(refused(plan, "{\"amount\":1,\"a.b\":{\"c\":\"SECRET\"}}"))
        .isEqualTo(new Rejection(Reason.NOT_IN_TABLE, FieldPath.of("a.b", "c")))
        .asString()
        .doesNotContain("SECRET");
  }

  @Test
  void rejectedEvent_leavesNothing() {
    ProductPlan plan = one(STRING, KEEP).plan();
    SourceRecord source = new SourceRecord("{\"f\":1}".getBytes(StandardCharsets.UTF_8), 0, 0, 0);
    Event event = JsonDecoder.compile(plan, 1 << 20, 64).decode(source);
    ByteOutput value = new ByteOutput(1);
    JsonTreater treater = JsonTreater.compile(plan.releases().get(0), plan, OPEN);
    assertThat(treater.treat(event, value, new ByteOutput(1)))
        .isEqualTo(Rejection.of(Reason.MALFORMED));
    assertThat(value.length()).isZero();
  }

  @Test
  void treaterKeepsNothingOfARecord() {
    ProductPlan plan =
        one(STRING, Cards.token(TokenScheme.DETERMINISTIC, "f"))
            .field("g", STRING, false, new Step.Mask(1, 0, "\"", null))
            .keyedSubject("f")
            .plan();
    JsonTreater treater = JsonTreater.compile(plan.releases().get(0), plan, OPEN);
    Left first = left(treater, plan, "{\"f\":\"a\\u0062\",\"g\":\"\\u0061bc\"}");
    left(
        treater,
        plan,
        "{\"f\":\"" + "long".repeat(1000) + "\",\"g\":\"" + "\\n".repeat(1000) + "\"}");
    assertThat(left(treater, plan, "{}")).isEqualTo(new Left(null, "{}", ""));
    assertThat(left(treater, plan, "{\"f\":\"a\\u0062\",\"g\":\"\\u0061bc\"}")).isEqualTo(first);
  }

  // Refused at the start.

  @Test
  void releaseThatDoesNotFitTheProduct_isRefused() {
    Output text = new Output.Leaf(FieldPath.of("f"), STRING, STRING, KEEP);
    Shape integer = new Shape.Leaf(INTEGER, null);
    misfit(JsonPlans.record().any("f", integer, text));
    misfit(JsonPlans.record().any("f", new Shape.Items(integer), text));
    misfit(JsonPlans.record().any("f", new Shape.Fields(List.of()), text));
    misfit(JsonPlans.record().any("f", integer, new Output.Items(text)));
    misfit(one(BOOLEAN, new Step.Truncate(1)));
    misfit(one(STRING, new Step.Redact("{}")));
    misfit(one(STRING, new Step.Redact("")));
    misfit(one(STRING, new Step.Redact("1 2")));
    misfit(one(STRING, new Step.Redact("MARKER")));
  }

  @Test
  void releaseOfAFieldThatIsNotRead_isRefused() {
    ProductPlan plan = JsonPlans.record().read("f", STRING).plan();
    ProductPlan other = one(STRING, KEEP).kept("g", STRING).plan();
    assertThatThrownBy(() -> JsonTreater.compile(other.releases().get(0), plan, OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void misfit(JsonPlans plans) {
    ProductPlan plan = plans.plan();
    assertThatThrownBy(() -> JsonTreater.compile(plan.releases().get(0), plan, OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingKey_isToldByNameAtTheStart(@TempDir Path directory) {
    TokenKeys keys = TestTokenKeys.in(directory);
    Step.Tokenize acme = Cards.token(TokenScheme.DETERMINISTIC, "f");
    Step other =
        new Step.Tokenize(
            acme.scheme(), new Step.KeyRef("globex", "deterministic"), acme.context(), null);
    ProductPlan plan = one(STRING, other).plan();
    assertThatThrownBy(() -> JsonTreater.compile(plan.releases().get(0), plan, keys))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("globex");
  }
}

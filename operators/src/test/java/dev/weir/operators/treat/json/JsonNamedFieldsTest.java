package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.operators.treat.json.JsonTreating.left;
import static dev.weir.operators.treat.json.JsonTreating.person;
import static dev.weir.operators.treat.json.JsonTreating.treated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the plan names leaves, under its declared name, and nothing else does. */
class JsonNamedFieldsTest {

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
}

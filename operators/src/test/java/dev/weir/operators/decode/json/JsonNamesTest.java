package dev.weir.operators.decode.json;

import static dev.weir.config.LogicalType.STRING;
import static dev.weir.operators.decode.json.JsonDecoding.accepted;
import static dev.weir.operators.decode.json.JsonDecoding.decode;
import static dev.weir.operators.decode.json.JsonDecoding.rejected;
import static dev.weir.operators.decode.json.JsonDecoding.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Reason;
import dev.weir.operators.treat.json.JsonPlans;
import dev.weir.plan.ProductPlan;
import org.junit.jupiter.api.Test;

/** Which names are the same: they are compared as what they say, whole. */
class JsonNamesTest {

  @Test
  void nameThatStandsTwice_isADuplicate_whateverItsValues() {
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"id\":\"a\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":null,\"id\":\"a\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"x\":1,\"id\":null}");
    rejected(Reason.DUPLICATE_NAME, "amount", "{\"amount\":0,\"amount\":\"wrong too\"}");
    rejected(Reason.DUPLICATE_NAME, "paid", "{\"paid\":false,\"paid\":false}");
    rejected(Reason.DUPLICATE_NAME, "tags", "{\"tags\":[],\"tags\":[\"a\"]}");
    rejected(Reason.DUPLICATE_NAME, "tags", "{\"tags\":[\"a\"],\"tags\":[]}");
    rejected(
        Reason.DUPLICATE_NAME,
        "address",
        "{\"address\":{\"country\":\"DE\"},\"address\":{\"country\":\"DE\"}}");
    rejected(Reason.DUPLICATE_NAME, "address", "{\"address\":null,\"address\":null}");
    rejected(
        Reason.DUPLICATE_NAME,
        "address.country",
        "{\"address\":{\"country\":\"DE\",\"country\":\"FR\"}}");
    rejected(
        Reason.DUPLICATE_NAME,
        "items[].sku",
        "{\"items\":[{\"sku\":\"a\"},{\"sku\":\"b\",\"sku\":\"b\"}]}");
  }

  @Test
  void namesAreComparedAfterUnescaping() {
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"\\u0069d\":\"b\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"\\u0069\\u0064\":\"a\",\"i\\u0064\":\"b\"}");
    rejected(Reason.WRONG_TYPE, "id", "{\"\\u0069d\":1}");
    rejected(Reason.WRONG_TYPE, "amount", "{\"amoun\\u0074\":\"SECRET\"}");
    rejected(
        Reason.WRONG_TYPE, "address.country", "{\"\\u0061ddress\":{\"c\\u006funtry\":[\"DE\"]}}");
  }

  @Test
  void sameNameInAnotherObject_isNoDuplicate() {
    accepted("{\"id\":\"a\",\"address\":{\"country\":\"DE\",\"id\":1},\"x\":{\"id\":2}}");
    accepted("{\"items\":[{\"sku\":\"a\"},{\"sku\":\"a\"}]}");
  }

  @Test
  void namesThatNobodyNames_mayStandTwice() {
    accepted("{\"x\":1,\"x\":2,\"x\":{\"y\":1,\"y\":2}}");
    accepted("{\"address\":{\"country\":\"DE\",\"street\":1,\"street\":2}}");
  }

  @Test
  void namesThatAreLikeANamedOne_areOthers() {
    accepted("{\"Id\":1,\"ID\":1,\"id \":1,\" id\":1,\"id\\u0000\":1,\"i\":1,\"\":1,\"idid\":1}");
    accepted("{\"amoun\":\"x\",\"amounts\":\"x\",\"\\u0430mount\":\"x\"}");
    accepted("{\"address.country\":1,\"address.geo.lat\":\"x\",\"items[].sku\":1}");
    accepted("{\"\\ud83d\":1,\"\\ud83d\":2}");
  }

  /** They have the same first and last eight bytes as far as a table can tell. */
  @Test
  void namesThatGoOnWithZeros_areOthers() {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      ProductPlan plan = JsonPlans.record().read(String.valueOf(letter), STRING).plan();
      for (int zeros = 1; zeros < 8; zeros++) {
        String json = "{\"" + letter + "\\u0000".repeat(zeros) + "\":1}";
        assertThat(decode(plan, utf8(json)).rejection()).as(json).isNull();
      }
      assertThat(decode(plan, utf8("{\"" + letter + "\":1}")).rejection()).isNotNull();
    }
  }

  @Test
  void nameWithADot_isOneName() {
    rejected(Reason.WRONG_TYPE, "\"a.b\"", "{\"a.b\":1}");
    rejected(Reason.WRONG_TYPE, "\"a.b\"", "{\"a\\u002eb\":1}");
    accepted("{\"a\":{\"b\":1}}");
  }
}

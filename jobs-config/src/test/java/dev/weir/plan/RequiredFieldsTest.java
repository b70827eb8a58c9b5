package dev.weir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Property;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.contract.ReleaseContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A field that the product requires is there wherever its object is, for decode refuses a record
 * that lacks it: plan, contract and Avro schema say so alike, of each field within its object.
 */
final class RequiredFieldsTest {

  private static Property text(String name, boolean required) {
    return Cards.leaf(name, LogicalType.STRING, required, PrivacyRole.PUBLIC);
  }

  private static Property object(String name, boolean required, Property... fields) {
    return Cards.field(name, LogicalType.OBJECT, required, null, List.of(fields), null);
  }

  private static ReleasePlan release() {
    Property item = object("", false, text("sku", true), text("note", false));
    Property items = Cards.field("items", LogicalType.ARRAY, false, null, List.of(), item);
    Map<FieldPath, Treatment> fields = new LinkedHashMap<>();
    for (String path :
        List.of("id", "home.zip", "home.city", "home.code", "items[].sku", "items[].note")) {
      fields.put(FieldPath.parse(path), new Treatment.Keep());
    }
    fields.put(FieldPath.parse("home.code"), new Treatment.Redact(null));
    return Planner.plan(
            "eu",
            "weir",
            Cards.files(
                Cards.product(
                    text("id", true),
                    object(
                        "home", false, text("zip", true), text("city", false), text("code", true)),
                    items),
                Cards.agreement("acme-payments", "acme", fields)))
        .releases()
        .get(0);
  }

  private static final Map<String, Boolean> REQUIRED =
      Map.of(
          "id", true,
          "home", false,
          "home.zip", true,
          "home.city", false,
          "home.code", false,
          "items", false,
          "items.sku", true,
          "items.note", false);

  @Test
  void plan_saysIt() {
    Map<String, Boolean> found = new LinkedHashMap<>();
    ofPlan("", release().output(), found);
    assertThat(found).isEqualTo(REQUIRED);
  }

  private static void ofPlan(String above, Output output, Map<String, Boolean> found) {
    if (output instanceof Output.Items items) {
      ofPlan(above, items.item(), found);
    } else if (output instanceof Output.Fields fields) {
      for (Output.Field field : fields.fields()) {
        found.put(above + field.name(), field.required());
        ofPlan(above + field.name() + ".", field.output(), found);
      }
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void contract_saysIt() {
    String yaml = ReleaseContract.odcs("v3.1.0", release(), false);
    Map<String, Object> contract =
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Map<String, Boolean> found = new LinkedHashMap<>();
    List<Map<String, Object>> schema =
        (List<Map<String, Object>>) Objects.requireNonNull(contract.get("schema"));
    ofContract("", schema.get(0), found);
    assertThat(found).isEqualTo(REQUIRED);
  }

  @SuppressWarnings("unchecked")
  private static void ofContract(
      String above, Map<String, Object> element, Map<String, Boolean> found) {
    Object items = element.get("items");
    Map<String, Object> holder = items == null ? element : (Map<String, Object>) items;
    List<Map<String, Object>> properties =
        (List<Map<String, Object>>) holder.getOrDefault("properties", List.of());
    for (Map<String, Object> property : properties) {
      String name = above + property.get("name");
      found.put(name, (Boolean) property.get("required"));
      ofContract(name + ".", property, found);
    }
  }

  @Test
  void avroSchema_saysIt() {
    Map<String, Boolean> found = new LinkedHashMap<>();
    ofSchema("", new Schema.Parser().parse(ReleaseAvroSchema.of(release())), found);
    assertThat(found).isEqualTo(REQUIRED);
  }

  private static void ofSchema(String above, Schema schema, Map<String, Boolean> found) {
    if (schema.isUnion()) {
      schema.getTypes().forEach(type -> ofSchema(above, type, found));
    } else if (schema.getType() == Schema.Type.ARRAY) {
      ofSchema(above, schema.getElementType(), found);
    } else if (schema.getType() == Schema.Type.RECORD) {
      for (Schema.Field field : schema.getFields()) {
        found.put(above + field.name(), !field.schema().isNullable());
        ofSchema(above + field.name() + ".", field.schema(), found);
      }
    }
  }
}

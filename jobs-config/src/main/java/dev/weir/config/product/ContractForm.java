package dev.weir.config.product;

import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Lazy;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sequence;
import dev.weir.config.bind.Words;
import dev.weir.config.odcs.OdcsShape;
import dev.weir.config.product.Shape.Contract;
import dev.weir.config.product.Shape.Field;
import dev.weir.config.product.Shape.Marks;
import dev.weir.config.product.Shape.Options;
import dev.weir.config.product.Shape.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contract's form: the keys of ODCS 3.0 to 3.2, of which Weir reads some. */
final class ContractForm {

  private static final Set<String> ELEMENT =
      Set.of(
          "id",
          "physicalType",
          "description",
          "businessName",
          "authoritativeDefinitions",
          "tags",
          "physicalName",
          "quality",
          "relationships",
          "deprecated",
          "synonyms",
          "context");

  private static final List<String> PROPERTY =
      List.of(
          "primaryKeyPosition",
          "partitioned",
          "partitionKeyPosition",
          "classification",
          "encryptedName",
          "transformSourceObjects",
          "transformLogic",
          "transformDescription",
          "examples",
          "criticalDataElement",
          "enum",
          "semanticType",
          "map");

  private static final List<String> TABLE =
      List.of("logicalType", "dataGranularityDescription", "customProperties");

  private static final List<String> ROOT =
      List.of(
          "name",
          "tenant",
          "tags",
          "servers",
          "dataProduct",
          "description",
          "domain",
          "support",
          "price",
          "team",
          "roles",
          "slaDefaultElement",
          "slaProperties",
          "status",
          "authoritativeDefinitions",
          "customProperties",
          "contractCreatedTs",
          "context");

  private static final List<String> OPTIONS =
      List.of(
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "timezone",
          "multipleOf",
          "maxProperties",
          "minProperties",
          "required",
          "maxItems",
          "minItems",
          "uniqueItems",
          "dimensions",
          "elementType",
          "distanceMetric",
          "embeddingModel",
          "embeddingModelVersion",
          "normalized");

  private static final Block<Options> LOGICAL_TYPE_OPTIONS =
      Block.of(Options.class)
          .with("minLength", Numbers.integer(0, Integer.MAX_VALUE))
          .with("maxLength", Numbers.integer(0, Integer.MAX_VALUE))
          .with("defaultTimezone", MarksForm.ZONE)
          .besides(OPTIONS);

  private static final Form<Field> NESTED = new Lazy<>("a field", ContractForm::named);
  private static final Form<Field> ITEMS = new Lazy<>("what the array holds", ContractForm::items);

  static final Block<Contract> FORM =
      Block.of(Contract.class)
          .with("apiVersion", versions())
          .placeholder("apiVersion", "")
          .with("kind", new Words<>(Map.of("DataContract", "DataContract")))
          .with("version", Scalars.TEXT)
          .placeholder("version", "")
          .with(
              "schema",
              new Sequence<>(
                  Block.of(Table.class)
                      .with("properties", new Sequence<>(NESTED, 1))
                      .besides(with(ELEMENT, TABLE))
                      .checked(FieldCheck::check),
                  1))
          .besides(ROOT);

  private ContractForm() {}

  private static Form<String> versions() {
    return Words.of(OdcsShape.versions().toArray(new String[0]), version -> version);
  }

  private static Form<Field> named() {
    return field().checked(FieldCheck::check);
  }

  private static Form<Field> items() {
    return field().orElse("name", "").checked(FieldCheck::check);
  }

  private static Block<Field> field() {
    return Block.of(Field.class)
        .with("logicalTypeOptions", LOGICAL_TYPE_OPTIONS)
        .orElse("required", false)
        .orElse("unique", false)
        .orElse("primaryKey", false)
        .with("customProperties", MarksForm.FORM)
        .orElse("customProperties", Marks.NONE)
        .with("properties", new Sequence<>(NESTED, 1))
        .orElse("properties", List.of())
        .with("items", ITEMS)
        .besides(with(ELEMENT, PROPERTY));
  }

  private static Set<String> with(Set<String> some, List<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}

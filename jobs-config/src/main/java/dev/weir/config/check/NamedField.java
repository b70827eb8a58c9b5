package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.ProductField;
import java.util.List;
import java.util.Optional;

/** Finds the fields that agreements name, and says what is wrong with a name. */
final class NamedField {

  private final ObjectFields fields;

  NamedField(ObjectFields fields) {
    this.fields = fields;
  }

  /** The field, or the one that is likely meant; if none is declared, the problem is noted. */
  Optional<ProductField> find(FieldPath path, Place place) {
    Optional<ProductField> found = fields.find(path);
    if (found.isEmpty()) {
      List<String> sameNames = sameNames(path);
      List<String> known = fields.all().stream().map(field -> field.path().toString()).toList();
      found = named(sameNames.size() == 1 ? sameNames : near(known, path));
      place.note(
          CheckRule.FIELD_UNKNOWN,
          sameNames.isEmpty()
              ? "The product declares no field " + path
              : "[] stands after the name of an array, and after no other",
          sameNames.isEmpty()
              ? DidYouMean.mend(known, path.toString())
              : "Write " + String.join(" or ", sameNames));
    }
    return found;
  }

  private static List<String> near(List<String> known, FieldPath path) {
    return DidYouMean.among(known, path.toString()).stream().toList();
  }

  private Optional<ProductField> named(List<String> names) {
    return fields.all().stream()
        .filter(field -> names.contains(field.path().toString()))
        .findFirst();
  }

  /** The field, if it is a single value of the record. */
  Optional<ProductField> leaf(FieldPath path, Place place) {
    Optional<ProductField> found = find(path, place);
    if (found.filter(field -> !field.property().type().leaf() || path.repeated()).isPresent()) {
      place.note(
          CheckRule.FIELD_NOT_A_LEAF,
          "A record has not one value of " + path + ", but several or an object",
          "Name a single value");
      return Optional.empty();
    }
    return found;
  }

  private List<String> sameNames(FieldPath path) {
    return fields.all().stream()
        .map(ProductField::path)
        .filter(known -> names(known).equals(names(path)))
        .map(FieldPath::toString)
        .toList();
  }

  private static List<String> names(FieldPath path) {
    return path.segments().stream().map(Segment::name).toList();
  }

  /** What an array that is kept holds; empty, and noted, if this is no kept array of leaves. */
  Optional<ProductField> keptArray(ProductField field, Treatment treatment, Place place) {
    Optional<ProductField> item = item(field);
    if (item.isPresent() && treatment instanceof Treatment.Keep) {
      return item;
    }
    place.note(
        CheckRule.FIELD_NOT_A_LEAF,
        "This is " + what(field) + ", not a value, which " + Words.of(treatment) + " is done to",
        mend(field));
    return Optional.empty();
  }

  private Optional<ProductField> item(ProductField field) {
    boolean array = field.property().type() == LogicalType.ARRAY;
    return fields
        .find(field.path().eachItem())
        .filter(item -> array && item != field && item.property().type().leaf());
  }

  private static String what(ProductField field) {
    String word = field.property().type().word();
    return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  private String mend(ProductField field) {
    List<String> inside =
        fields.all().stream()
            .filter(other -> other.property().type().leaf())
            .map(other -> other.path().toString())
            .filter(path -> path.startsWith(field.path().toString()))
            .filter(path -> path.length() > field.path().toString().length())
            .filter(path -> ".[".indexOf(path.charAt(field.path().toString().length())) >= 0)
            .toList();
    return inside.isEmpty() ? "Only drop stands on it" : "Name " + String.join(", ", inside);
  }
}

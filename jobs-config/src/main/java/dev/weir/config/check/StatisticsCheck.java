package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Groups;
import dev.weir.config.agreement.Measure;
import dev.weir.config.agreement.Release;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges a release of statistics against what it counts. */
final class StatisticsCheck {

  private static final Set<PrivacyRole> NOT_SHOWN =
      EnumSet.of(PrivacyRole.SUBJECT, PrivacyRole.IDENTIFIER);
  private static final Set<PrivacyRole> MEASURED =
      EnumSet.of(PrivacyRole.SENSITIVE, PrivacyRole.PUBLIC);
  private static final Set<LogicalType> GROUPED =
      EnumSet.of(LogicalType.STRING, LogicalType.INTEGER, LogicalType.BOOLEAN, LogicalType.DATE);
  private static final Set<LogicalType> NUMBERS =
      EnumSet.of(LogicalType.INTEGER, LogicalType.NUMBER);

  private final ReleaseContext context;
  private final NamedField named;

  StatisticsCheck(ReleaseContext context) {
    this.context = context;
    named = new NamedField(context.fields());
  }

  void check(Release.Statistics release) {
    context.requireSubject("Statistics protect people, and bound what each adds");
    release.groupBy().forEach(this::group);
    release.measures().forEach(this::measure);
    new PeriodCheck(context.place()).check(release);
    new CountingCheck(context).check(release);
  }

  private void group(FieldPath path, Groups groups) {
    Place place = context.place().key("groupBy").key(path.toString());
    named.leaf(path, place).ifPresent(field -> group(field, groups, place));
  }

  private static void group(ProductField field, Groups groups, Place place) {
    requireRole(field, place);
    if (field.role() != null && NOT_SHOWN.contains(field.role())) {
      refuse("A field of role " + field.role().word() + " is never shown", place);
    }
    if (!GROUPED.contains(field.property().type())) {
      place.note(
          CheckRule.TYPE_TREATMENT,
          "Values of type " + field.property().type().word() + " make no groups",
          "Group by a string, an integer, a boolean or a date");
    }
    if (groups instanceof Groups.Listed listed) {
      listed(field, listed.values(), place);
    }
  }

  private static void listed(ProductField field, List<String> values, Place place) {
    boolean integer = field.property().type() == LogicalType.INTEGER;
    if (integer && !values.stream().allMatch(value -> value.matches("-?(0|[1-9][0-9]*)"))) {
      place.note(
          CheckRule.STATISTICS_FIELD,
          "The field is an integer, and not all of the groups are",
          "List integers");
    }
    if (new HashSet<>(values).size() < values.size()) {
      place.note(CheckRule.STATISTICS_FIELD, "A group is listed twice", "List each group once");
    }
  }

  private void measure(String name, Measure measure) {
    FieldPath path = measure.field();
    Place place = context.place().key("measures").key(name);
    if (path != null) {
      named.leaf(path, place).ifPresent(field -> measured(field, place));
    }
  }

  private static void measured(ProductField field, Place place) {
    requireRole(field, place);
    if (field.role() != null && !MEASURED.contains(field.role())) {
      refuse("A field of role " + field.role().word() + " is not measured", place);
    }
    if (!NUMBERS.contains(field.property().type())) {
      place.note(
          CheckRule.TYPE_TREATMENT,
          "A field of type " + field.property().type().word() + " is no number to measure",
          "Measure a number or integer, or count");
    }
  }

  private static void refuse(String message, Place place) {
    place.note(
        CheckRule.STATISTICS_FIELD,
        message,
        "Group by fields that are no identifiers; measure sensitive or public ones");
  }

  private static void requireRole(ProductField field, Place place) {
    if (field.role() == null) {
      place.note(
          CheckRule.FIELD_WITHOUT_ROLE,
          "The product does not say of this field what it says of a person",
          "Give it a privacyRole in the product");
    }
  }
}

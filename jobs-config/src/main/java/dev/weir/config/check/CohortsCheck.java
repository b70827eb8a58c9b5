package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Closeness;
import dev.weir.config.agreement.CohortMode;
import dev.weir.config.agreement.Diversity;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges a release of cohorts. */
final class CohortsCheck {

  private final ReleaseContext context;

  CohortsCheck(ReleaseContext context) {
    this.context = context;
  }

  void check(Release.Cohorts release) {
    context.requireSubject("A crowd is counted in people");
    memory(release);
    horizon(release);
    pace(release);
    generalized(release);
    List<FieldPath> diverse = release.diversity().stream().map(Diversity::field).toList();
    List<FieldPath> close = release.closeness().stream().map(Closeness::field).toList();
    guarded(diverse, "diversity", release);
    guarded(close, "closeness", release);
    Set<FieldPath> guarded = new HashSet<>(diverse);
    guarded.addAll(close);
    new RegionsCheck(context).check(release);
    new FieldsCheck(context, new CohortRoles(guarded)).check(release.fields());
  }

  private void memory(Release.Cohorts release) {
    if (release.horizon() == null && context.document().value().retention() == null) {
      context
          .place()
          .note(
              CheckRule.COHORT_MEMORY,
              "Nothing says how long this release remembers where a person is at home",
              "Give the release a horizon, or the agreement a retention");
    }
  }

  /** In {@code window} nobody is counted but who leaves at the same moment. */
  private void horizon(Release.Cohorts release) {
    TemporalAmount retention = context.document().value().retention();
    TemporalAmount horizon = release.horizon();
    if (retention != null
        && horizon != null
        && release.mode() == CohortMode.STABLE
        && seconds(horizon) > seconds(retention)) {
      context
          .place()
          .key("horizon")
          .note(
              CheckRule.COHORT_HORIZON,
              "People are counted for longer than their rows are with the partner",
              "Write one no longer than the retention, or leave it out");
    }
  }

  /** A month is the mean one. */
  private static double seconds(TemporalAmount amount) {
    return amount instanceof Period period
        ? period.toTotalMonths() * (double) ChronoUnit.MONTHS.getDuration().toSeconds()
            + period.getDays() * (double) ChronoUnit.DAYS.getDuration().toSeconds()
        : Duration.from(amount).toMillis() / 1e3;
  }

  /** Of months no clock ticks evenly. */
  private void pace(Release.Cohorts release) {
    if (release.pace() instanceof Period) {
      context
          .place()
          .key("pace")
          .note(
              CheckRule.COHORT_PACE,
              "The clock that rows leave by ticks in hours, minutes or seconds",
              "Write a duration such as PT5S");
    }
  }

  private void generalized(Release.Cohorts release) {
    Place fields = context.place().key("fields");
    release
        .fields()
        .forEach(
            (path, treatment) -> {
              if (treatment instanceof Treatment.Generalize) {
                notInArray(path, fields.key(path.toString()));
              }
            });
  }

  /** A person has one place in a crowd, and an array has many. */
  private static void notInArray(FieldPath path, Place place) {
    if (path.segments().stream().anyMatch(FieldPath.Segment::items)) {
      place.note(
          CheckRule.COHORT_FIELD,
          "The field is inside an array, of which a person may have any number",
          "Drop it, or have the source give one value a record");
    }
  }

  private void guarded(List<FieldPath> paths, String key, Release.Cohorts release) {
    for (int i = 0; i < paths.size(); i++) {
      Place place = context.place().key(key).item(i).key("field");
      FieldPath path = paths.get(i);
      notInArray(path, place);
      Treatment treatment = release.fields().get(path);
      new NamedField(context.fields())
          .leaf(path, place)
          .ifPresent(
              field ->
                  guarded(
                      field, treatment != null && !(treatment instanceof Treatment.Drop), place));
    }
  }

  private static void guarded(ProductField field, boolean leaves, Place place) {
    if (field.role() != PrivacyRole.SENSITIVE) {
      place.note(
          CheckRule.COHORT_FIELD,
          "This field is not of role sensitive",
          "Name a sensitive field, or give it that role in the product");
    } else if (!leaves) {
      place.note(
          CheckRule.COHORT_FIELD,
          "The release does not let this field out",
          "Name it under fields too, or leave out this entry");
    }
  }
}

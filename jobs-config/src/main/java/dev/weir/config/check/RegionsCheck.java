package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.agreement.Treatment.Generalize;
import dev.weir.config.product.ProductField;
import java.util.List;

/** Judges where a release of cohorts is cut; labels of hierarchies are judged with their files. */
final class RegionsCheck {

  private static final int MOST = 64;

  private final ReleaseContext context;

  RegionsCheck(ReleaseContext context) {
    this.context = context;
  }

  void check(Release.Cohorts release) {
    Place place = context.place().key("regions");
    release.regions().forEach((path, at) -> cut(release, path, at, place.key(path.toString())));
    if (count(release) > MOST) {
      place.note(
          CheckRule.COHORT_REGIONS,
          "These are more than " + MOST + " regions: the parts of all fields, multiplied",
          "Take fewer: each finds its crowds among its own rows alone");
    }
    if (!release.regions().isEmpty() && !release.closeness().isEmpty()) {
      context
          .place()
          .key("closeness")
          .note(
              CheckRule.COHORT_REGIONS,
              "closeness compares a crowd with everybody, and a region knows its own people alone",
              "Leave out closeness, or regions");
    }
  }

  private static long count(Release.Cohorts release) {
    return release.regions().values().stream()
        .mapToLong(at -> at.size() + 1)
        .reduce(1, (all, parts) -> Math.min(MOST + 1, all * parts));
  }

  private void cut(Release.Cohorts release, FieldPath path, List<String> at, Place place) {
    Treatment treatment = release.fields().get(path);
    if (!(treatment instanceof Generalize generalize)) {
      place.note(
          CheckRule.COHORT_REGIONS,
          "The release does not generalize this field",
          "Name one that it does");
    } else if (generalize.grid() != null) {
      place.note(CheckRule.COHORT_REGIONS, "Places are not cut", "Name another field");
    } else if (generalize.hierarchy() == null) {
      context
          .fields()
          .find(path)
          .ifPresent(field -> values(CutValue.of(type(field), generalize), at, place));
    }
  }

  private static LogicalType type(ProductField field) {
    return field.property().type();
  }

  private static void values(CutValue value, List<String> at, Place place) {
    for (int i = 0; i < at.size(); i++) {
      if (!value.fits(at.get(i))) {
        place
            .item(i)
            .note(
                CheckRule.COHORT_REGIONS,
                "No part of this field begins with such a value",
                "Write " + value.asked());
      }
    }
  }
}

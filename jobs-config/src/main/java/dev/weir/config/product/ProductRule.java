package dev.weir.config.product;

import dev.weir.config.problem.Rule;

/** What Weir needs of a product beyond the standard. */
public enum ProductRule implements Rule {
  ROLE_PLACE(
      "role-place",
      "A `privacyRole` stands on a single value or on an array of them, which has a `logicalType`."),
  ROLE_TWICE(
      "role-twice",
      "A schema object has at most one field of role `subject` and one of role `jurisdiction`, and"
          + " neither inside an array."),
  EVENT_TIME(
      "event-time",
      "`eventTime: true` stands on at most one field of a schema object, a date or timestamp outside"
          + " of arrays."),
  FIELD_TWICE("field-twice", "A field's name stands once in its object.");

  private final String id;
  private final String summary;

  ProductRule(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String summary() {
    return summary;
  }
}

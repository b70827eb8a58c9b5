package dev.weir.config.check;

import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Severity;

/** What blocks and files must be to one another. */
public enum CheckRule implements Rule {
  PRODUCT_UNKNOWN(
      "product-unknown",
      "An agreement's product is among the files, in the major version that the agreement names."),
  PRODUCT_TWICE(
      "product-twice",
      "A product is given once: of two files of one id, nobody knows which an agreement means."),
  OBJECT_UNKNOWN(
      "object-unknown",
      "A release of a product with several schema objects names one of them with `from`."),
  FIELD_UNKNOWN("field-unknown", "A release names fields that the product declares."),
  FIELD_NOT_A_LEAF(
      "field-not-a-leaf",
      "A release names leaves; an object is named field by field, an array's items with `[]`, and"
          + " only `drop`, or for an array of leaves `keep`, stands on the whole."),
  FIELD_OVERLAP(
      "field-overlap", "Of each field a release says once what is done: not of it and its items."),
  FIELD_WITHOUT_ROLE(
      "field-without-role",
      "A field has a `privacyRole` before a release may name it, other than to `drop` it: only then"
          + " is it known what it says of a person."),
  ROLE_TREATMENT(
      "role-treatment",
      "A treatment is one that the field's role allows: what names a person never leaves as it is."),
  KIND_TREATMENT(
      "kind-treatment",
      "`generalize` is of cohorts; `tokenize` names its scheme in records and is bare in cohorts."),
  TYPE_TREATMENT("type-treatment", "A treatment is one that can be done to the field's type."),
  SETTING_WITHOUT_EFFECT(
      "setting-without-effect",
      "A setting that changes nothing is refused, for somebody believes that it does."),
  FORMAT_PRESERVING_DOMAIN(
      "format-preserving-domain",
      "At least 1,000,000 values are left to encrypt (NIST SP 800-38G Rev. 1): fewer can be tried"
          + " out."),
  TOKEN_ALPHABET(
      "token-alphabet",
      "An alphabet of format-preserving tokens has each character once, and at most 65,535."),
  JURISDICTIONS_WITHOUT_FIELD(
      "jurisdictions-without-field",
      "An agreement with `jurisdictions` reads a product with a field of role `jurisdiction`."),
  SUBJECT_MISSING(
      "subject-missing",
      "What is done per person needs a field of role `subject`: `shift`, cohorts and statistics."),
  TABLE(
      "replace-table",
      "A table of `replace` is a CSV file of two columns that can be read, with each value once."),
  HIERARCHY_FILE(
      "hierarchy-file",
      "A hierarchy that an agreement names is a file that can be read, and one tree: each line a leaf"
          + " and its parents, each label with one parent."),
  TOPIC_CLASH(
      "topic-clash",
      "A topic is written by one release: partners do not share topics, nor do releases."),
  TOPIC_RESERVED(
      "topic-reserved",
      "No release writes to a topic of Weir's own, nor to a file of `weir run`'s own, and no gateway"
          + " reads what Weir writes."),
  AGREEMENT_TWICE(
      "agreement-twice", "An agreement's id is its own: tokens and the ledger are bound to it."),
  RELEASE_TWICE("release-twice", "A release's name stands once in its agreement."),
  LINKAGE(
      "linkage",
      "A partner that gets records of a product gets no cohorts or statistics of it, for the records"
          + " undo them, unless the agreement says `acknowledgeLinkage`."),
  JOINABLE_FIELD(
      "joinable-field",
      Severity.WARNING,
      "A field that is unique and that two partners keep lets them join what each has."),
  TOKEN_MEMORY(
      "token-memory",
      "A random token has a `remember`, or its agreement a `retention`: how long a value keeps it."),
  CARD_CORRELATION(
      "card-correlation",
      Severity.WARNING,
      "One partner should not get a one-way token and a part of the same value: together they can be"
          + " tried out (PCI DSS 4.0.1, requirement 3.5.1)."),
  UNIQUE_IN_COHORT(
      "unique-in-cohort",
      Severity.WARNING,
      "A field that is unique tells apart the rows of a crowd."),
  COHORT_MEMORY(
      "cohort-memory",
      "A cohorts release has a `horizon`, or its agreement a `retention`: how long a home is"
          + " remembered."),
  COHORT_HORIZON(
      "cohort-horizon",
      Severity.WARNING,
      "The `horizon` of a `stable` cohorts release is no longer than its agreement's `retention`: the"
          + " rows of people who are counted longer are gone from the topic."),
  COHORT_PACE(
      "cohort-pace", "The `pace` of a cohorts release is a duration of hours, minutes or seconds."),
  COHORT_REGIONS(
      "cohort-regions",
      "`regions` cut fields that a cohorts release generalizes, by a step, prefix or hierarchy, into"
          + " at most 64 regions together; not with `closeness`."),
  COHORT_FIELD(
      "cohort-field",
      "`diversity` and `closeness` name sensitive fields that a cohorts release lets out; these, and"
          + " what it generalizes, are not inside an array."),
  STATISTICS_FIELD(
      "statistics-field",
      "Statistics group by what is no identifier, and measure numbers that are sensitive or public."),
  STATISTICS_BOUNDS(
      "statistics-bounds", "Bounds of statistics leave something to count, and fit its periods."),
  POST_PROCESS(
      "post-process",
      Severity.WARNING,
      "What is done to statistics for the reader's sake changes something, and leaves no bias that"
          + " adds up."),
  SOURCE_MISSING("source-missing", "A gateway says where each of its products is read."),
  SOURCE_UNKNOWN("source-unknown", "A gateway's sources and budgets name its products."),
  PRODUCER_CLOCK(
      "producer-clock",
      Severity.WARNING,
      "Statistics go by the broker's clock: `trustProducerClock` lets whoever writes to the topic say"
          + " what is late."),
  GATEWAY_PRODUCT("gateway-product", "A gateway has the product of each of its agreements."),
  BUDGET_CEILING(
      "budget-ceiling",
      "The budgets of a gateway's agreements together stay below the gateway's for that product."),
  TIER_UNKNOWN("tier-unknown", "An agreement's tier is in a price book among the files."),
  TOPIC_NAME(
      "topic-name",
      "Topics, those that Weir names after products and partners too, have names that Kafka allows:"
          + " at most 249 of A-Z a-z 0-9 . _ -");

  private final String id;
  private final Severity severity;
  private final String summary;

  CheckRule(String id, String summary) {
    this(id, Severity.ERROR, summary);
  }

  CheckRule(String id, Severity severity, String summary) {
    this.id = id;
    this.severity = severity;
    this.summary = summary;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String summary() {
    return summary;
  }
}

package dev.weir.local.draft.role;

import dev.weir.config.product.PrivacyRole;

/**
 * What a name can say. The words for each stand in {@code names.txt}, by language.
 *
 * <p>Of those that a name says the first counts, so the order is by strictness.
 */
enum Concept {
  LOGIN(PrivacyRole.IDENTIFIER, "a login or nickname"),
  LINE(PrivacyRole.IDENTIFIER, "a subscriber's line"),
  EMAIL(PrivacyRole.IDENTIFIER, "an e-mail address"),
  PHONE(PrivacyRole.IDENTIFIER, "a telephone number"),
  CARD(PrivacyRole.IDENTIFIER, "a payment card"),
  BANK(PrivacyRole.IDENTIFIER, "a bank account"),
  NATIONAL_ID(PrivacyRole.IDENTIFIER, "a number of an authority or insurer"),
  SECRET(PrivacyRole.IDENTIFIER, "a secret"),
  BIOMETRIC(PrivacyRole.IDENTIFIER, "a picture or a body's trait"),
  NETWORK(PrivacyRole.IDENTIFIER, "an address in a network"),
  HARDWARE(PrivacyRole.IDENTIFIER, "a device's number"),
  VEHICLE(PrivacyRole.IDENTIFIER, "a vehicle's number"),
  WEB(PrivacyRole.IDENTIFIER, "a page or a profile"),
  STREET(PrivacyRole.IDENTIFIER, "where somebody lives"),
  TEXT(PrivacyRole.IDENTIFIER, "free text"),
  NAME(PrivacyRole.IDENTIFIER, "a person's name"),
  BIRTH(PrivacyRole.QUASI_IDENTIFIER, "a birth"),
  AGE(PrivacyRole.QUASI_IDENTIFIER, "an age"),
  GENDER(PrivacyRole.QUASI_IDENTIFIER, "a gender"),
  ORIGIN(PrivacyRole.QUASI_IDENTIFIER, "an origin"),
  COUNTRY(PrivacyRole.JURISDICTION, "a country"),
  POSTCODE(PrivacyRole.QUASI_IDENTIFIER, "a postcode"),
  PLACE(PrivacyRole.QUASI_IDENTIFIER, "a place"),
  POSITION(PrivacyRole.QUASI_IDENTIFIER, "a position"),
  FAMILY(PrivacyRole.QUASI_IDENTIFIER, "a family"),
  EDUCATION(PrivacyRole.QUASI_IDENTIFIER, "an education"),
  WORK(PrivacyRole.QUASI_IDENTIFIER, "what somebody does for a living"),
  LANGUAGE(PrivacyRole.QUASI_IDENTIFIER, "a language"),
  CLIENT(PrivacyRole.QUASI_IDENTIFIER, "what somebody uses"),
  BODY(PrivacyRole.QUASI_IDENTIFIER, "a body's measure"),
  DAY(PrivacyRole.QUASI_IDENTIFIER, "a day in a life"),
  HEALTH(PrivacyRole.SENSITIVE, "health"),
  BELIEF(PrivacyRole.SENSITIVE, "what somebody believes or whom they love"),
  LAW(PrivacyRole.SENSITIVE, "an offence"),
  MONEY(PrivacyRole.SENSITIVE, "money"),
  JUDGEMENT(PrivacyRole.SENSITIVE, "a judgement of somebody"),
  HABIT(PrivacyRole.SENSITIVE, "what somebody does or buys"),
  TIME(PrivacyRole.QUASI_IDENTIFIER, "when something happened"),
  NEUTRAL(PrivacyRole.PUBLIC, "a unit or a version"),
  /** Whose key it is: the words before or after {@link #KEY}. */
  PERSON(PrivacyRole.SUBJECT, "a person's key"),
  STAFF(PrivacyRole.SUBJECT, "an employee's key"),
  OTHER_PERSON(PrivacyRole.SUBJECT, "another person's key"),
  ACCOUNT(PrivacyRole.SUBJECT, "an account's key"),
  DEVICE(PrivacyRole.SUBJECT, "a device's key"),
  KEY(PrivacyRole.IDENTIFIER, "a key");

  private final PrivacyRole role;
  private final String says;

  Concept(PrivacyRole role, String says) {
    this.role = role;
    this.says = says;
  }

  PrivacyRole role() {
    return role;
  }

  String says() {
    return says;
  }

  /**
   * Whether it says a kind of field by itself, and is not only a part of saying whose key it is.
   */
  boolean standsAlone() {
    return compareTo(PERSON) < 0;
  }
}

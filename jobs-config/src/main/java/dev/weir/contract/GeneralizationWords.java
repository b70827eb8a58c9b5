package dev.weir.contract;

import dev.weir.plan.Generalization;

/** How a crowd's values are shown, in words for their reader. */
final class GeneralizationWords {

  private static final String RUN = "generalize: the value, or {from, to} around a crowd's values";

  private GeneralizationWords() {}

  static String of(Generalization generalization) {
    if (generalization instanceof Generalization.Integers integers) {
      return RUN + ", in steps of " + integers.step() + " from 0; both ends are in it";
    } else if (generalization instanceof Generalization.Numbers numbers) {
      return "generalize: {from, to} around a crowd's values, in steps of "
          + numbers.step().toPlainString()
          + " from 0; to is not in it";
    } else if (generalization instanceof Generalization.Days days) {
      return RUN + ", in steps of " + days.step() + " from 1970-01-01; both ends are in it";
    } else if (generalization instanceof Generalization.Instants instants) {
      return "generalize: {from, to} around a crowd's times, in steps of "
          + instants.step()
          + "; to is not in it";
    }
    return ofNames(generalization);
  }

  /** What its JSON is. */
  static String form(Generalization generalization) {
    if (generalization instanceof Generalization.Integers) {
      return "integer or {from: integer, to: integer}";
    } else if (generalization instanceof Generalization.Days) {
      return "string or {from: string, to: string}";
    } else if (generalization instanceof Generalization.Numbers) {
      return "{from: number, to: number}";
    } else if (generalization instanceof Generalization.Instants) {
      return "{from: string, to: string}";
    }
    return generalization instanceof Generalization.Place
        ? "{lat: {from: number, to: number}, lon: {from: number, to: number}}"
        : "string";
  }

  private static String ofNames(Generalization generalization) {
    if (generalization instanceof Generalization.Prefix) {
      return "generalize: the value, or what a crowd's values begin with and *";
    } else if (generalization instanceof Generalization.Place place) {
      return "generalize: {lat: {from, to}, lon: {from, to}} around a crowd's places, in steps of "
          + place.degrees().toPlainString()
          + " degrees; to is not in it";
    }
    Generalization.Hierarchy hierarchy = (Generalization.Hierarchy) generalization;
    return "generalize: the value, or the label over a crowd's values in the hierarchy of SHA-256 "
        + hierarchy.digest();
  }
}

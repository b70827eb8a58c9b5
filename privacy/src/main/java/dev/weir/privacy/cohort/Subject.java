package dev.weir.privacy.cohort;

/** A person: 128 bits of a keyed hash of their id, never the id itself. */
public record Subject(long high, long low) {

  @Override
  public String toString() {
    return "Subject";
  }
}

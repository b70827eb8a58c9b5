package dev.weir.privacy.crowd;

/** What a crowd lacks. */
public enum Shortfall {
  PEOPLE,
  DIVERSITY,
  CLOSENESS
}

package dev.weir.config.agreement;

/** A product by its id and the first number of its version: {@code card-payments@2}. */
public record ProductRef(String id, String major) {
  @Override
  public String toString() {
    return id + "@" + major;
  }
}

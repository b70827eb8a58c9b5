package dev.weir.config.agreement;

/**
 * A product by its id and the first number of its version: {@code card-payments@2}.
 *
 * @param id empty where a file with problems does not say it
 * @param major empty where a file with problems does not say it
 */
public record ProductRef(String id, String major) {

  /** Of an agreement that names none, which has been noted. */
  static final ProductRef UNREAD = new ProductRef("", "");

  @Override
  public String toString() {
    return id + "@" + major;
  }
}

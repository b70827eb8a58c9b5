package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What may stand at a place of the language.
 *
 * @param <T> what it is read as
 */
public interface Form<T> {

  /**
   * The value; every problem is noted. A value may be there in spite of problems, so that other
   * rules can still judge it.
   *
   * @return empty if nothing can be made of the part, never without a problem
   */
  Optional<T> read(Part part);

  /**
   * The part as its writer most likely meant it: misspelt keys and words are noted and put right,
   * so that {@link #read} finds in the same round what else is wrong. What is near nothing stays.
   */
  default YamlNode meant(Part part) {
    return part.node();
  }

  /** What is to be written here, in words: {@code a date}. */
  String asked();

  /** A JSON Schema (draft 2020-12) of it. */
  ObjectNode schema();

  /**
   * Walks every term that this form has: keys and words.
   *
   * @param term the way to this form: {@code SharingAgreement.releases[]}
   * @param enter is shown each term; false leaves out what is below it
   */
  void terms(String term, Predicate<String> enter);

  /** As {@link #terms}, of the terms alone that a part uses. */
  void used(Part part, String term, TermVisitor enter);

  /** The same form, read as something else. */
  default <U> Form<U> as(Function<T, U> other) {
    return new Mapped<>(this, other, (value, part) -> {});
  }

  /** The same form, of which nothing can be made if the value does not suffice. */
  default Form<T> only(Predicate<T> suffices) {
    return new Sufficient<>(this, suffices);
  }

  /** The same form with one more rule, which notes what it finds. */
  default Form<T> checked(BiConsumer<T, Part> rule) {
    return new Mapped<>(this, value -> value, rule);
  }
}

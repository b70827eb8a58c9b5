package dev.weir.config.bind;

import dev.weir.config.FieldPath;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.yaml.YamlNode.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Texts of the language. */
public final class Scalars {

  private static final Set<Kind> TEXTS = Set.of(Kind.STRING);
  private static final Set<Kind> VALUES =
      Set.of(Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN);

  /** Any text but an empty one. */
  public static final Scalar<String> TEXT = text("a text", "[\\s\\S]*\\S[\\s\\S]*");

  /** Any value that is not null, as the text in which it is written. */
  public static final Scalar<String> VALUE =
      new Scalar<>(
          "a value",
          VALUES,
          text -> text,
          Json.any(List.of(Json.type("string"), Json.type("number"), Json.type("boolean"))));

  /** An id: part of names of topics, headers and keys. */
  public static final Scalar<String> ID =
      text(
          "a name of at most 100 letters, digits, dots, hyphens and underscores, the first of them a"
              + " letter or digit",
          "[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** What Kafka takes for a topic's name. */
  public static final Scalar<String> TOPIC =
      text(
          "a topic's name: at most 249 of A-Z a-z 0-9 . _ - and neither . nor .. alone",
          "(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

  /** A version by SemVer 2.0.0. */
  public static final Scalar<String> VERSION =
      text(
          "a version by SemVer, as 1.0.0",
          "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"
              + "(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
              + "(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?"
              + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

  /** The path of a field. */
  public static final Scalar<FieldPath> FIELD =
      new Scalar<>("a field's path, as address.zip", TEXTS, Scalars::field, Json.type("string"));

  /** {@code true} or {@code false}; each is a term. */
  public static final Form<Boolean> BOOLEAN =
      new Terms<>(
          new Scalar<>(
              "true or false",
              Set.of(Kind.BOOLEAN),
              text -> text.equalsIgnoreCase("true"),
              Json.type("boolean")),
          Set.of("true", "false"),
          text -> Optional.of(String.valueOf(text.equalsIgnoreCase("true"))));

  private Scalars() {}

  /**
   * A text that a pattern matches whole.
   *
   * @param asked in words
   * @param pattern without anchors, one that ECMA 262 reads the same way
   */
  public static Scalar<String> text(String asked, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new Scalar<>(
        asked,
        TEXTS,
        text -> {
          if (!compiled.matcher(text).matches()) {
            throw new Misfit(BindRule.MALFORMED, "This text has not the form", "Write " + asked);
          }
          return text;
        },
        Json.pattern("^(" + pattern + ")$"));
  }

  /** A term of a vocabulary. Unlike {@link Words}, its words are no terms of the language. */
  public static Scalar<String> term(String asked, Set<String> vocabulary) {
    Set<String> sorted = new TreeSet<>(vocabulary);
    return new Scalar<>(
        asked,
        TEXTS,
        text -> {
          if (!vocabulary.contains(text)) {
            throw new Misfit(
                BindRule.UNKNOWN_WORD, "This is not " + asked, DidYouMean.mend(sorted, text));
          }
          return text;
        },
        Json.words(sorted));
  }

  private static FieldPath field(String text) throws Misfit {
    try {
      return FieldPath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Misfit(
          BindRule.MALFORMED,
          "This is no path of a field",
          "Write names with dots between, quoted where they hold one: address.zip, \"a.b\".c");
    }
  }
}

package dev.weir.operators.treat.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON value, names that stand twice included. */
sealed interface Tree {

  /** What a scalar is. */
  enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /**
   * A scalar.
   *
   * @param text what a string says; else as it is written
   * @param raw as it is written; null where that does not matter
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Scalar(Kind kind, String text, byte @Nullable [] raw) implements Tree {}

  record Obj(List<Member> members) implements Tree {

    /** The first of that name; null if there is none. */
    @Nullable Tree get(String name) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return member.value();
        }
      }
      return null;
    }
  }

  record Arr(List<Tree> items) implements Tree {}

  record Member(String name, Tree value) {}

  static boolean isNull(@Nullable Tree tree) {
    return tree == null || (tree instanceof Scalar scalar && scalar.kind() == Kind.NULL);
  }
}

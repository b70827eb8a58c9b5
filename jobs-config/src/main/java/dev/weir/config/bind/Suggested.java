package dev.weir.config.bind;

import dev.weir.config.FieldPath;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;

/** The form that a component's type suggests. */
final class Suggested {

  private static final Map<Class<?>, Form<?>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, Scalars.TEXT),
          Map.entry(int.class, Numbers.integer(1, Integer.MAX_VALUE)),
          Map.entry(Integer.class, Numbers.integer(1, Integer.MAX_VALUE)),
          Map.entry(Long.class, Numbers.whole(0)),
          Map.entry(boolean.class, Scalars.BOOLEAN),
          Map.entry(BigDecimal.class, Numbers.decimal("a number", null, null)),
          Map.entry(FieldPath.class, Scalars.FIELD),
          Map.entry(Instant.class, Times.INSTANT),
          Map.entry(TemporalAmount.class, Times.AMOUNT),
          Map.entry(Duration.class, Times.DURATION));

  private Suggested() {}

  /**
   * @throws IllegalStateException if the type suggests none: then one must be given by name
   */
  static Form<?> form(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Sequence<>(form(list.getActualTypeArguments()[0]), 1);
    } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return new Named<>(names(map), form(map.getActualTypeArguments()[1]), 1);
    }
    return ofClass((Class<?>) type);
  }

  private static Scalar<?> names(ParameterizedType map) {
    return map.getActualTypeArguments()[0] == FieldPath.class ? Scalars.FIELD : Scalars.TEXT;
  }

  private static Form<?> ofClass(Class<?> type) {
    if (type.isEnum()) {
      return Words.of((Object[]) type.getEnumConstants(), Suggested::word);
    } else if (type.isRecord() && !PLAIN.containsKey(type)) {
      return Block.of(type.asSubclass(Record.class));
    }
    Form<?> plain = PLAIN.get(type);
    if (plain == null) {
      throw new IllegalStateException("no type suggests a form for " + type + ": give it one");
    }
    return plain;
  }

  private static String word(Object constant) {
    try {
      return (String) constant.getClass().getMethod("word").invoke(constant);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an enum of the language has the method word()", e);
    }
  }
}

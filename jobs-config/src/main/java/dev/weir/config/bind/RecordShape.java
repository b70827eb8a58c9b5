package dev.weir.config.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record's components as keys, and its constructor. */
final class RecordShape<R> {

  private final Class<R> type;
  private final Constructor<R> constructor;

  RecordShape(Class<R> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components)
                  .map(RecordComponent::getType)
                  .toArray(length -> new Class<?>[length]));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its canonical constructor", e);
    }
  }

  /** By component's name. */
  Map<String, Key> keys() {
    Map<String, Key> keys = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      Type held = component.getGenericType();
      keys.put(
          component.getName(),
          new Key(component.getName(), () -> Suggested.form(held), required, null, null));
    }
    return Collections.unmodifiableMap(keys);
  }

  R make(List<@Nullable Object> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the forms of " + type + " do not fit its components", e);
    }
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}

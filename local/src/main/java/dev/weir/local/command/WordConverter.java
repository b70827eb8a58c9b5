package dev.weir.local.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A constant by its word, as {@code toString} gives it: picocli would name each twice. */
abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  WordConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public final E convert(String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("one of " + words()));
  }

  private String words() {
    return Arrays.stream(type.getEnumConstants())
        .map(Enum::toString)
        .collect(Collectors.joining(", "));
  }
}

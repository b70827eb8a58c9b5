package dev.weir.local.command;

import dev.weir.tokenization.KeyUse;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A use of keys by its word. */
final class KeyUseConverter implements ITypeConverter<KeyUse> {

  @Override
  public KeyUse convert(String word) {
    return KeyUse.find(word).orElseThrow(() -> new TypeConversionException("one of " + words()));
  }

  private static String words() {
    return Arrays.stream(KeyUse.values()).map(KeyUse::word).collect(Collectors.joining(", "));
  }
}

package dev.weir.local.version;

import java.net.URL;
import java.security.CodeSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of the jar that a class came from, by its name: the one thing that every jar of a
 * registry has, for many say nothing of themselves within.
 */
final class JarVersion {

  private static final Pattern NAME = Pattern.compile(".*/[^/]+?-(\\d[^/]*)\\.jar");
  private static final String UNKNOWN = "unknown";

  private JarVersion() {}

  /** {@code unknown} if it came from anything but a jar with a version in its name. */
  static String of(Class<?> type) {
    @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? UNKNOWN : of(source.getLocation());
  }

  static String of(URL jar) {
    Matcher name = NAME.matcher(jar.getPath());
    return name.matches() ? name.group(1) : UNKNOWN;
  }
}

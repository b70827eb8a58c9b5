package dev.weir.local.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What the build has noted of itself.
 *
 * @param version as {@code 1.2.0}
 * @param commit 40 hex digits; {@code unknown} where it was built outside of a checkout
 */
public record Build(String version, String commit) {

  private static final Build THIS = read();

  /** This build. */
  public static Build current() {
    return THIS;
  }

  private static Build read() {
    Properties noted = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      noted.load(Objects.requireNonNull(in, "every build has it"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(noted.getProperty("version"), noted.getProperty("commit"));
  }
}

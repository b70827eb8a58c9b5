package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the passphrase is found when it is needed: never the passphrase itself. */
public sealed interface PassphraseReference extends Serializable {

  /** {@code WEIR_KEYS_PASSPHRASE}, or the file that {@code WEIR_KEYS_PASSPHRASE_FILE} names. */
  static PassphraseReference standard() {
    return new Environment("WEIR_KEYS_PASSPHRASE");
  }

  /**
   * Reads it.
   *
   * @throws KeyException if it is not there, is empty, or cannot be read
   */
  default Passphrase read() {
    return read(System::getenv);
  }

  /** As {@link #read()} with another environment. */
  Passphrase read(UnaryOperator<@Nullable String> environment);

  /**
   * The same, for a reader that sees no more of an environment than its process's own: the file, if
   * the environment names one.
   *
   * @throws KeyException if the environment names a file and holds a passphrase too
   */
  default PassphraseReference located(UnaryOperator<@Nullable String> environment) {
    return this;
  }

  /**
   * In an environment variable, or in the file that the variable of that name and {@code _FILE}
   * names.
   */
  record Environment(String name) implements PassphraseReference {
    private static final char UNDECODABLE = '\uFFFD';

    @Override
    public PassphraseReference located(UnaryOperator<@Nullable String> environment) {
      String file = environment.apply(name + "_FILE");
      if (file != null && environment.apply(name) != null) {
        throw missing(name + " and " + name + "_FILE are both set; unset one");
      }
      return file == null ? this : new File(file);
    }

    @Override
    public Passphrase read(UnaryOperator<@Nullable String> environment) {
      if (located(environment) instanceof File file) {
        return file.read(environment);
      }
      String value = environment.apply(name);
      if (value == null) {
        throw missing("no passphrase for the keys; set " + name + " or " + name + "_FILE");
      }
      return of(value);
    }

    /** Java reads the environment by the locale's charset: what that lacks is lost. */
    private Passphrase of(String value) {
      if (value.indexOf(UNDECODABLE) >= 0) {
        throw missing(
            name + " is not text in this locale; use " + name + "_FILE or a UTF-8 locale");
      }
      return Passphrase.of(value);
    }

    private static KeyException missing(String message) {
      return new KeyException(KeyException.Kind.NO_PASSPHRASE, message);
    }
  }

  /** In a file: all its bytes but one line end at its end. */
  record File(String path) implements PassphraseReference {
    private static final int LONGEST = 65_536;

    @Override
    public Passphrase read(UnaryOperator<@Nullable String> environment) {
      byte[] bytes = bytes();
      try {
        return Passphrase.of(Arrays.copyOf(bytes, lengthWithoutLineEnd(bytes)));
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }

    private byte[] bytes() {
      try {
        if (Files.size(Path.of(path)) > LONGEST) {
          throw unreadable("is longer than a passphrase can be");
        }
        return Files.readAllBytes(Path.of(path));
      } catch (IOException e) {
        throw unreadable("cannot be read");
      }
    }

    private KeyException unreadable(String why) {
      return new KeyException(
          KeyException.Kind.NO_PASSPHRASE,
          "the passphrase file " + path + " " + why + "; check the path and its permissions");
    }

    private static int lengthWithoutLineEnd(byte[] bytes) {
      int end = bytes.length;
      if (end > 0 && bytes[end - 1] == '\n') {
        end--;
      }
      return end > 0 && end < bytes.length && bytes[end - 1] == '\r' ? end - 1 : end;
    }
  }
}

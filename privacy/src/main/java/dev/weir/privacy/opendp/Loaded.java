package dev.weir.privacy.opendp;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library of this class loader, bound and checked when first asked for. */
final class Loaded {

  private static final String NAME = "weir_opendp";
  private static final String MEND =
      "Build Weir with Rust on this platform, or name a library with -Dweir.opendp.library=PATH.";

  private static final Loaded ONCE = new Loaded();

  private @Nullable OpenDp checked;

  private Loaded() {}

  static OpenDp get() {
    return ONCE.checked();
  }

  /** A failure is not kept: whoever has mended it may ask again. */
  private synchronized OpenDp checked() {
    if (checked == null) {
      Binding binding = bound();
      Health.check(binding);
      checked = new OpenDp(binding);
    }
    return checked;
  }

  /** JNA finds it in the jar, below the folder of the platform, and unpacks it. */
  private static Binding bound() {
    try {
      String library = System.getProperty("weir.opendp.library", "");
      Native.register(
          Binding.class,
          NativeLibrary.getInstance(
              library.isEmpty() ? NAME : library,
              Map.of("classloader", Loaded.class.getClassLoader())));
      return new Binding();
    } catch (LinkageError | IllegalArgumentException missing) {
      throw new OpenDpException(
          "The library over OpenDP, which statistics need, cannot be loaded on "
              + Platform.RESOURCE_PREFIX
              + ". "
              + MEND,
          missing);
    }
  }
}

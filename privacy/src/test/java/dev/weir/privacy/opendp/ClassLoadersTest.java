package dev.weir.privacy.opendp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster does: our classes and JNA in a loader of each job, several in one process. */
@NeedsOpenDp
class ClassLoadersTest {

  private static final String LIBRARY = "weir.opendp.library";

  @Test
  void twoLoaders_bothDraw_alsoWhenOneIsGone() throws Exception {
    try (Job first = new Job();
        Job second = new Job()) {
      assertThat(first.binding()).isNotSameAs(second.binding());
      first.draw();
      second.draw();
      first.close();
      second.draw();
    }
    try (Job third = new Job()) {
      third.draw();
    }
  }

  @Test
  void classes_alone_loadNothing() throws Exception {
    try (Job job = new Job()) {
      Class.forName("dev.weir.privacy.opendp.OpenDp", true, job);
      assertThat(job.loaded("com.sun.jna.Native")).isFalse();
      job.draw();
      assertThat(job.loaded("com.sun.jna.Native")).isTrue();
    }
  }

  @Test
  void missingLibrary_saysWhatToDo(@TempDir Path directory) throws Exception {
    refused(directory.resolve("none.so").toString(), "-Dweir.opendp.library");
  }

  @Test
  void nameWithNul_isRefused() throws Exception {
    refused("lib\0weir.so", "-Dweir.opendp.library");
  }

  @Test
  void fileThatIsNoLibrary_isRefused(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("libnone.so"), "no library");
    refused(file.toString(), "-Dweir.opendp.library");
  }

  private static void refused(String library, String word) throws Exception {
    System.setProperty(LIBRARY, library);
    try (Job job = new Job()) {
      assertThatThrownBy(job::draw)
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining(word);
    } finally {
      System.clearProperty(LIBRARY);
    }
  }

  private static final class Job extends URLClassLoader {

    Job() {
      super(
          new URL[] {home(OpenDp.class), home(Native.class)}, ClassLoader.getPlatformClassLoader());
    }

    private static URL home(Class<?> of) {
      return Objects.requireNonNull(of.getProtectionDomain().getCodeSource()).getLocation();
    }

    Class<?> binding() throws ClassNotFoundException {
      return loadClass("dev.weir.privacy.opendp.Binding");
    }

    boolean loaded(String name) {
      return findLoadedClass(name) != null;
    }

    void draw() throws ReflectiveOperationException {
      Class<?> type = loadClass("dev.weir.privacy.opendp.OpenDp");
      Object library = type.getMethod("load").invoke(null);
      Object noised =
          type.getMethod("laplace", long[].class, double.class, double.class)
              .invoke(library, new long[1000], 10.0, 1.0);
      assertThat((long[]) noised.getClass().getMethod("values").invoke(noised))
          .hasSize(1000)
          .contains(0, 1, -1);
    }
  }
}

package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import dev.weir.privacy.opendp.OpenDp;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.util.ChildFirstClassLoader;
import org.junit.jupiter.api.Test;

/**
 * The library over OpenDP as a task manager loads it: by Flink's own class loader of a job, before
 * the parent, which has the same classes; several jobs in one process, together with the parent.
 */
@WithOpenDp
class ChildFirstLibraryTest {

  private static final int DRAWS = 2_000;

  private static URL home(Class<?> of) {
    return Objects.requireNonNull(of.getProtectionDomain().getCodeSource()).getLocation();
  }

  private static ChildFirstClassLoader job() {
    return new ChildFirstClassLoader(
        new URL[] {home(OpenDp.class), home(Native.class)},
        ChildFirstLibraryTest.class.getClassLoader(),
        CoreOptions.getParentFirstLoaderPatterns(new Configuration()),
        unused -> {});
  }

  private static long[] drawn(ClassLoader job) throws ReflectiveOperationException {
    Class<?> type = Class.forName(OpenDp.class.getName(), true, job);
    Object library = type.getMethod("load").invoke(null);
    Object noised =
        type.getMethod("gaussian", long[].class, double.class, double.class)
            .invoke(library, new long[DRAWS], 10.0, 1.0);
    return (long[]) noised.getClass().getMethod("values").invoke(noised);
  }

  private static void isNoise(long[] drawn) {
    double squares = 0;
    for (long one : drawn) {
      squares += (double) one * one;
    }
    assertThat(Math.sqrt(squares / DRAWS)).isBetween(8.0, 12.0); // 12 deviations off 10
  }

  @Test
  void jobs_haveTheLibraryEachForItself() throws Exception {
    try (ChildFirstClassLoader first = job();
        ChildFirstClassLoader second = job()) {
      Class<?> ofFirst = Class.forName(Native.class.getName(), false, first);
      assertThat(ofFirst).isNotSameAs(Native.class);
      assertThat(ofFirst).isNotSameAs(Class.forName(Native.class.getName(), false, second));
      long[] one = drawn(first);
      isNoise(one);
      isNoise(drawn(second));
      isNoise(drawn(ChildFirstLibraryTest.class.getClassLoader()));
      assertThat(drawn(first)).as("drawn anew").isNotEqualTo(one);
    }
  }

  /** As after a cancel and a new submit, or a restart: jobs come and go, others go on. */
  @Test
  void jobsThatEnd_leaveOthersTheirLibrary() throws Exception {
    try (ChildFirstClassLoader stays = job()) {
      isNoise(drawn(stays));
      for (int restart = 0; restart < 5; restart++) {
        try (ChildFirstClassLoader comes = job()) {
          isNoise(drawn(comes));
        }
        System.gc();
        isNoise(drawn(stays));
      }
    }
  }

  @Test
  void jobsDrawTogether() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ChildFirstClassLoader first = job();
        ChildFirstClassLoader second = job()) {
      List<Callable<long[]>> draws = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ClassLoader by = i % 2 == 0 ? first : second;
        draws.add(() -> drawn(by));
      }
      for (Future<long[]> draw : threads.invokeAll(draws)) {
        isNoise(draw.get());
      }
    } finally {
      threads.shutdown();
    }
  }
}

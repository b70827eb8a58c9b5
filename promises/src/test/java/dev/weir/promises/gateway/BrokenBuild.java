package dev.weir.promises.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A build of Weir one of whose classes fails on any text that is not ASCII. */
final class BrokenBuild {

  private static final String SOURCE =
      """
      package dev.weir.operators.decode.json;

      final class Utf8 {
        static int end(byte[] bytes, int at, int end) {
          throw new IllegalStateException("SECRET " + new String(bytes));
        }
      }
      """;

  /** A record of the payments' shape that such a build fails on. */
  static String failingOn(String payment) {
    return payment.replaceFirst("\\{", "{\"note\":\"SECRET ü\",");
  }

  private BrokenBuild() {}

  /** The directory, with the class compiled into it, to stand before all others. */
  static Path in(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path source = Files.writeString(directory.resolve("Utf8.java"), SOURCE);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed = compiler.run(null, null, null, "-d", directory.toString(), source.toString());
    if (failed != 0) {
      throw new IllegalStateException("the broken class does not compile");
    }
    return directory;
  }
}

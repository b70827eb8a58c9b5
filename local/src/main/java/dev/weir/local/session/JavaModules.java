package dev.weir.local.session;

import java.util.List;
import java.util.stream.Stream;

/** What Flink needs of Java's modules: {@code env.java.opts.all} of its own configuration. */
final class JavaModules {

  private static final List<String> EXPORTS =
      List.of(
          "java.base/sun.net.util",
          "java.rmi/sun.rmi.registry",
          "jdk.compiler/com.sun.tools.javac.api",
          "jdk.compiler/com.sun.tools.javac.file",
          "jdk.compiler/com.sun.tools.javac.parser",
          "jdk.compiler/com.sun.tools.javac.tree",
          "jdk.compiler/com.sun.tools.javac.util",
          "java.security.jgss/sun.security.krb5");
  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang",
          "java.base/java.net",
          "java.base/java.io",
          "java.base/java.nio",
          "java.base/sun.nio.ch",
          "java.base/java.lang.reflect",
          "java.base/java.text",
          "java.base/java.time",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/java.util.concurrent.locks");

  static final List<String> OPEN =
      Stream.concat(
              EXPORTS.stream().map(name -> "--add-exports=" + name + "=ALL-UNNAMED"),
              OPENS.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED"))
          .toList();

  private JavaModules() {}
}

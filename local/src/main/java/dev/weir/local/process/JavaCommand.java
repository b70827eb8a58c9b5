package dev.weir.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class on the Java that runs this. */
public final class JavaCommand {

  private JavaCommand() {}

  /** On the classes of this process. */
  public static ProcessBuilder onOurClasses(
      Class<?> main, List<String> options, List<String> arguments) {
    return of(System.getProperty("java.class.path"), main.getName(), options, arguments);
  }

  /**
   * A command that has not been started.
   *
   * @param options of the virtual machine
   */
  public static ProcessBuilder of(
      String classPath, String main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}

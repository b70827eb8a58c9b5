package dev.weir.local.session;

import dev.weir.local.process.JavaCommand;
import dev.weir.local.process.OwnProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** Starts Flink's entry points as {@code bin/jobmanager.sh} and {@code bin/taskmanager.sh} do. */
record FlinkCommand(FlinkDistribution flink, SessionFiles files, Configuration settings) {

  private static final String ENTRY = "org.apache.flink.runtime.";

  /** A terminal's Ctrl-C reaches every process; who started these still needs them then. */
  private static final List<String> WITHOUT_CTRL_C =
      List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "flink");

  OwnProcess jobManager() throws IOException {
    JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(settings);
    return process(
        "jobmanager",
        "entrypoint.StandaloneSessionClusterEntrypoint",
        JobManagerProcessUtils.generateJvmParametersStr(memory, settings),
        JobManagerProcessUtils.generateDynamicConfigsStr(memory));
  }

  OwnProcess taskManager(int number) throws IOException {
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(settings);
    return process(
        "taskmanager-" + number,
        "taskexecutor.TaskManagerRunner",
        ProcessMemoryUtils.generateJvmParametersStr(memory),
        TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
  }

  private OwnProcess process(String name, String main, String jvm, String dynamic)
      throws IOException {
    List<String> options = new ArrayList<>(words(jvm));
    options.addAll(JavaModules.OPEN);
    options.addAll(words(settings.get(CoreOptions.FLINK_JVM_OPTIONS)));
    options.add("-Dlog.file=" + files.logs().resolve(name + ".log"));
    options.add("-Dlog4j.configurationFile=" + files.log4j().toUri());
    List<String> arguments = new ArrayList<>(List.of("--configDir", files.conf().toString()));
    arguments.addAll(words(dynamic));
    ProcessBuilder java = JavaCommand.of(flink.classPath(), ENTRY + main, options, arguments);
    java.command().addAll(0, WITHOUT_CTRL_C);
    java.environment().putAll(environment());
    Path out = files.logs().resolve(name + ".out");
    java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
    return new OwnProcess(java);
  }

  private Map<String, String> environment() {
    return Map.of(
        "FLINK_CONF_DIR", files.conf().toString(),
        "FLINK_LIB_DIR", flink.home().resolve("lib").toString(),
        "FLINK_PLUGINS_DIR", flink.plugins().toString());
  }

  private static List<String> words(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }
}

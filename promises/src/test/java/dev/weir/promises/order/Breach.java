package dev.weir.promises.order;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Code that breaks one rule: types that are compiled for the purpose. */
record Breach(String rule, List<Type> types) {

  private static final String PLAN = "dev.weir.plan.JobPlan";
  private static final String FLINK = "org.apache.flink.api.common.JobID";
  private static final String KAFKA = "org.apache.kafka.common.TopicPartition";
  private static final String TEST = "org.junit.jupiter.api.Test";

  static final List<Breach> ALL =
      List.of(
          of("JOBS_CONFIG", "dev.weir.contract.x", "dev.weir.tokenization.KeyUse"),
          of("TOKENIZATION", "dev.weir.tokenization.x", PLAN),
          of("PRIVACY", "dev.weir.privacy.x", PLAN),
          of("METERING", "dev.weir.metering.x", "dev.weir.tokenization.KeyUse"),
          of("OPERATORS", "dev.weir.operators.x", "dev.weir.jobs.graph.Hardening"),
          of("JOBS", "dev.weir.jobs.x", "dev.weir.local.cluster.LocalCluster"),
          of("LOCAL", "dev.weir.local.x", "dev.weir.promises.stream.Feed"),
          of("BENCH", "dev.weir.bench.x", "dev.weir.promises.stream.Feed"),
          new Breach(
              "PROMISES",
              List.of(
                  new Type("dev.weir.bench.x", "int", true),
                  new Type("dev.weir.promises.x", "dev.weir.bench.x.Breaking", true))),
          of("EVERY_CLASS_IS_IN_A_MODULE", "dev.weir.more", "int"),
          of("PLANS_WITHOUT_FLINK", "dev.weir.plan.x", FLINK),
          of("PLANS_WITHOUT_KAFKA", "dev.weir.config.x", KAFKA),
          of("TOKENS_WITHOUT_FLINK", "dev.weir.tokenization.x", FLINK),
          of("TOKENS_WITHOUT_KAFKA", "dev.weir.tokenization.x", KAFKA),
          of("PRIVACY_WITHOUT_FLINK", "dev.weir.privacy.x", FLINK),
          of("PRIVACY_WITHOUT_KAFKA", "dev.weir.privacy.x", KAFKA),
          of("METERING_WITHOUT_FLINK", "dev.weir.metering.x", FLINK),
          of("METERING_WITHOUT_KAFKA", "dev.weir.metering.x", KAFKA),
          of("OPERATORS_WITHOUT_KAFKA", "dev.weir.operators.x", KAFKA),
          of("HOT_PATH_WITHOUT_FLINK", "dev.weir.operators.treat.x", FLINK),
          of("GRAPH_WITHOUT_KAFKA", "dev.weir.jobs.graph.x", KAFKA),
          of("FILE_RUN_WITHOUT_KAFKA", "dev.weir.jobs.file.x", KAFKA),
          of(
              "WHAT_THE_OWNER_IS_TOLD_STAYS_INSIDE",
              "dev.weir.jobs.x",
              "dev.weir.metering.internal.InternalUsage"),
          of("NOTHING_USES_TESTS", "dev.weir.jobs.x", TEST),
          new Breach(
              "NO_CYCLES",
              List.of(
                  new Type("dev.weir.jobs.x", "dev.weir.jobs.y.Breaking", true),
                  new Type("dev.weir.jobs.y", "dev.weir.jobs.x.Breaking", true))),
          of("NO_DRAWERS", "dev.weir.jobs.util", "int"),
          of("NO_DRAWERS", "dev.weir.jobs.common", "int"),
          of("NO_DRAWERS", "dev.weir.jobs.helper", "int"),
          of("NO_DRAWERS", "dev.weir.jobs.manager.x", "int"),
          of("NO_DRAWERS", "dev.weir.jobs.impl", "int"),
          new Breach(
              "EVERY_PACKAGE_IS_NULL_MARKED", List.of(new Type("dev.weir.jobs.x", "int", false))),
          of("NO_KRYO", "dev.weir.jobs.x", "com.esotericsoftware.kryo.Kryo"),
          of("ONLY_THE_COMMAND_PRINTS", "dev.weir.operators.x", "java.io.PrintStream"));

  private static Breach of(String rule, String in, String uses) {
    return new Breach(rule, List.of(new Type(in, uses, true)));
  }

  /** What the compiler makes of it. */
  JavaClasses compiled(Path directory) {
    List<JavaFileObject> sources = types.stream().flatMap(Type::sources).toList();
    List<String> options = List.of("-d", directory.toString(), "-proc:none");
    CompilationTask task =
        ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, sources);
    if (!task.call()) {
      throw new IllegalStateException(rule + " cannot be compiled");
    }
    return new ClassFileImporter().importPath(directory);
  }

  @Override
  public String toString() {
    return rule + " by " + types.get(types.size() - 1).in();
  }

  /** A class with a field of that type; if it can print, it does. */
  record Type(String in, String uses, boolean marked) {

    Stream<JavaFileObject> sources() {
      String prints = uses.endsWith("PrintStream") ? " = System.out" : "";
      Source type =
          new Source(
              in + ".Breaking",
              "package " + in + "; public class Breaking { " + uses + " it" + prints + "; }");
      String mark = "@org.jspecify.annotations.NullMarked package " + in + ";";
      return marked ? Stream.of(type, new Source(in + ".package-info", mark)) : Stream.of(type);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return text;
    }
  }
}

package dev.weir.promises.worst;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives a test the broker and the cluster that all share. A test that fails says what Flink says of
 * its jobs, and leaves none running.
 */
final class SharedDay
    implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(WorstDay.class);

  private record Held(WorstDay day) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() throws IOException {
      day.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == WorstDay.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return day(context);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    WorstDay day = day(context);
    for (JsonNode job : day.page("/jobs").get("jobs")) {
      String id = job.get("id").asText();
      String said = job.get("status").asText() + " " + day.failures(JobID.fromHexString(id));
      failure.addSuppressed(new AssertionError("job " + id + " " + said));
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    day(context).endJobs();
  }

  private static WorstDay day(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent("day", unused -> held(), Held.class)
        .day();
  }

  private static Held held() {
    try {
      return new Held(new WorstDay());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.weir.jobs.file;

import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.contract.ReleaseContract;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the reader of each topic is told of it: its contract and its Avro schema. */
public final class ContractFiles {

  private ContractFiles() {}

  /**
   * Writes {@code <topic>.contract.yaml} and {@code <topic>.avsc} for each release.
   *
   * @param directory made if it is not there; what is there under those names is replaced
   * @throws java.nio.file.FileSystemException if they cannot be written: then none is there
   */
  public static void write(JobPlan plan, Path directory) throws IOException {
    OutputFiles files = OutputFiles.in(directory);
    Map<String, String> contents = of(plan);
    TreeSet<String> names = new TreeSet<>(contents.keySet());
    try {
      write(contents, files);
      files.name(names, new TreeSet<>());
    } finally {
      files.discard(names);
    }
  }

  /** Under temporary names. */
  static void write(Map<String, String> contents, OutputFiles files) throws IOException {
    for (Map.Entry<String, String> file : contents.entrySet()) {
      Files.writeString(files.temporary(file.getKey()), file.getValue());
    }
  }

  /** Content by name of the file. */
  static Map<String, String> of(JobPlan plan) {
    Map<String, String> contents = new TreeMap<>();
    for (ProductPlan product : plan.products()) {
      for (ReleasePlan release : product.releases()) {
        contents.put(
            contractOf(release.topic()),
            ReleaseContract.odcs(
                product.apiVersion(), release, plan.trustsProducers(product.product())));
        contents.put(schemaOf(release.topic()), ReleaseAvroSchema.of(release));
      }
    }
    return contents;
  }

  static String contractOf(String topic) {
    return topic + ".contract.yaml";
  }

  static String schemaOf(String topic) {
    return topic + ".avsc";
  }
}

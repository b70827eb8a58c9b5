package dev.weir.local.draft;

import dev.weir.config.product.Product;
import dev.weir.local.draft.field.Draft;
import dev.weir.local.draft.role.Proposals;
import dev.weir.local.draft.source.DraftException;
import dev.weir.local.draft.source.DraftSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A product and an agreement, drafted.
 *
 * @param product its text
 * @param agreement its text
 * @param apiVersion of the standard, in which the product is written
 * @param proposed how many fields have a proposal
 */
public record Drafts(String product, String agreement, String apiVersion, int proposed) {

  public static final String PRODUCT = "product.yaml";
  public static final String AGREEMENT = "agreement.yaml";

  /**
   * Drafts from a file.
   *
   * @param today the first day of the agreement's period
   * @throws DraftException if nothing can be drafted from it
   * @throws dev.weir.operators.file.InputException if a sample cannot be read
   * @throws IOException if a file cannot be read
   */
  public static Drafts of(Path file, LocalDate today) throws IOException {
    if (DraftSource.isContract(file)) {
      ContractDraft contract = ContractDraft.read(file);
      Product product = contract.product();
      String agreement = agreement(contract.draft(), product.major(), today);
      return new Drafts(contract.text(), agreement, product.apiVersion(), contract.proposed());
    }
    Draft draft = DraftSource.read(file);
    String product = ProductText.of(draft);
    String agreement = agreement(draft, ProductText.MAJOR, today);
    return new Drafts(product, agreement, ProductText.API_VERSION, proposed(draft));
  }

  static int proposed(Draft draft) {
    return draft.objects().stream().mapToInt(object -> Proposals.of(object).size()).sum();
  }

  private static String agreement(Draft draft, String major, LocalDate today) {
    String agreement = AgreementText.of(draft, major, today);
    if (agreement.endsWith("releases:\n")) {
      throw new DraftException(
          "No field of " + draft.id() + " can be named by a release. Give fields a logicalType.");
    }
    return agreement;
  }

  /** Every file to write, by its path from the directory of the drafts. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(PRODUCT, product);
    files.put(AGREEMENT, agreement);
    files.putAll(SchemaFiles.texts(apiVersion));
    return files;
  }

  /**
   * Writes them.
   *
   * @param force whether files that are there with another text may be overwritten
   * @return the files, in the order in which they were written
   * @throws DraftException if some are there and may not be; then nothing was written
   */
  public List<Path> write(Path directory, boolean force) throws IOException {
    List<Path> kept = force ? List.of() : others(directory);
    if (!kept.isEmpty()) {
      throw new DraftException(
          kept.stream().map(Path::toString).collect(Collectors.joining(", "))
              + (kept.size() == 1 ? " is" : " are")
              + " there already, so nothing was written. Give another --output, or --force to"
              + " overwrite.");
    }
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
    }
    return files().keySet().stream().map(directory::resolve).toList();
  }

  /** Those that are there and hold something else. */
  private List<Path> others(Path directory) throws IOException {
    List<Path> others = new ArrayList<>();
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      boolean same = Files.isRegularFile(path) && Files.readString(path).equals(file.getValue());
      if (Files.exists(path) && !same) {
        others.add(path);
      }
    }
    return others;
  }
}

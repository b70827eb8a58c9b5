package dev.weir.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which product is shared, and by which agreements. */
final class SharingOptions {

  @Option(
      names = "--product",
      required = true,
      paramLabel = "FILE",
      description = "The data product: an ODCS contract.")
  private Path product = Path.of("");

  @Option(
      names = "--agreement",
      required = true,
      paramLabel = "FILE",
      description = "A sharing agreement of that product. Can be given several times.")
  private List<Path> agreements = List.of();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "The price book, where an agreement names a tier.")
  private @Nullable Path prices;

  List<Path> files() {
    List<Path> files = new ArrayList<>();
    files.add(product);
    files.addAll(agreements);
    if (prices != null) {
      files.add(prices);
    }
    return files;
  }
}

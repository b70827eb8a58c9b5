package dev.weir.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  List<Path> files() {
    List<Path> files = new ArrayList<>();
    files.add(product);
    files.addAll(agreements);
    return files;
  }
}

package dev.weir.config.document;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.GatewayReader;
import dev.weir.config.price.PriceBook;
import dev.weir.config.price.PriceBookReader;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.Product;
import dev.weir.config.product.ProductReader;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads files that belong together, and the files that gateways among them name. */
public final class FileSetReader {

  private final Problems problems;
  private final Set<Path> seen = new HashSet<>();
  private final List<Document<Product>> products = new ArrayList<>();
  private final List<Document<Agreement>> agreements = new ArrayList<>();
  private final List<Document<Gateway>> gateways = new ArrayList<>();
  private final List<Document<PriceBook>> priceBooks = new ArrayList<>();

  private FileSetReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The files, each once, as far as they can be read; every problem of each of them is noted.
   *
   * @param files as the user named them; the files that a gateway names are read after it
   */
  public static FileSet read(List<Path> files, Problems problems) {
    FileSetReader reader = new FileSetReader(problems);
    files.forEach(file -> reader.file(file, EnumSet.allOf(FileKind.class)));
    return reader.found();
  }

  /**
   * A gateway's file, and the files that it names.
   *
   * @return empty if the file is no gateway: what else it is has not been asked, so nothing else is
   *     noted
   */
  public static FileSet readGateway(Path gateway, Problems problems) {
    FileSetReader reader = new FileSetReader(problems);
    reader.file(gateway, EnumSet.of(FileKind.GATEWAY));
    return reader.found();
  }

  private FileSet found() {
    return new FileSet(products, agreements, gateways, priceBooks);
  }

  private void file(Path file, Set<FileKind> asked) {
    if (seen.add(file.toAbsolutePath().normalize())) {
      YamlFile.read(file, problems).ifPresent(root -> document(file, root, asked));
    }
  }

  private void document(Path file, YamlNode root, Set<FileKind> asked) {
    Optional<FileKind> kind = FileKind.of(root, asked, problems);
    kind.ifPresent(is -> document(file, is.saidBy(root), is));
  }

  private void document(Path file, YamlNode root, FileKind kind) {
    switch (kind) {
      case PRODUCT -> add(file, root, ProductReader.read(file, root, problems), products);
      case AGREEMENT -> {
        YamlNode meant = meant(AgreementReader.form(), root);
        add(file, meant, AgreementReader.read(meant, file, problems), agreements);
      }
      case PRICE_BOOK -> {
        YamlNode meant = meant(PriceBookReader.form(), root);
        add(file, meant, PriceBookReader.read(meant, file, problems), priceBooks);
      }
      case GATEWAY -> gateway(file, meant(GatewayReader.form(), root));
    }
  }

  private YamlNode meant(Form<?> form, YamlNode root) {
    return form.meant(Part.root(root, problems));
  }

  private void gateway(Path file, YamlNode root) {
    Optional<Gateway> read = GatewayReader.read(root, file, problems);
    add(file, root, read, gateways);
    read.ifPresent(
        gateway ->
            new GatewayFiles(new Document<>(file, root, gateway), problems)
                .all()
                .forEach(named -> file(named, EnumSet.allOf(FileKind.class))));
  }

  private static <T> void add(
      Path file, YamlNode root, Optional<T> value, List<Document<T>> documents) {
    value.ifPresent(read -> documents.add(new Document<>(file, root, read)));
  }
}

package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FilePattern;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.Product;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** Judges a gateway against the products and agreements that it names. */
final class GatewayCheck {

  private final Document<Gateway> document;
  private final FileSet files;
  private final Place root;

  GatewayCheck(Document<Gateway> document, FileSet files, Problems problems) {
    this.document = document;
    this.files = files;
    root = Place.root(document, problems);
  }

  void check() {
    Set<String> ids = new TreeSet<>();
    products().forEach(product -> ids.add(product.value().id()));
    Gateway gateway = document.value();
    known(gateway.sources().keySet(), ids, "sources");
    known(gateway.budgets().keySet(), ids, "budgets");
    for (String id : ids) {
      if (!gateway.sources().containsKey(id)) {
        root.key("sources")
            .note(
                CheckRule.SOURCE_MISSING,
                "Nothing says where the product " + id + " is read",
                "Add a source for it");
      }
    }
    List<Document<Agreement>> agreements = agreements();
    agreements.forEach(agreement -> productOf(agreement, ids));
    new BudgetCheck(root.key("budgets"), agreements).check(gateway.budgets());
    new ProducerClockCheck(root.key("sources"), agreements).check(gateway.sources());
  }

  private void known(Set<String> named, Set<String> ids, String key) {
    for (String id : named) {
      if (!ids.contains(id)) {
        root.key(key)
            .key(id)
            .note(
                CheckRule.SOURCE_UNKNOWN,
                "The gateway has no product " + id,
                DidYouMean.mend(ids, id));
      }
    }
  }

  private void productOf(Document<Agreement> agreement, Set<String> ids) {
    String id = agreement.value().product().id();
    if (!id.isEmpty() && !ids.contains(id)) {
      root.key("products")
          .note(
              CheckRule.GATEWAY_PRODUCT,
              "The agreement " + agreement.value().id() + " needs the product " + id,
              "Name the product's file here, or leave out the agreement");
    }
  }

  private List<Document<Product>> products() {
    List<Path> named =
        document.value().products().stream().map(file -> absolute(document.resolve(file))).toList();
    return files.products().stream()
        .filter(product -> named.contains(absolute(product.file())))
        .toList();
  }

  private List<Document<Agreement>> agreements() {
    return files.agreements().stream()
        .filter(
            agreement -> document.value().agreements().stream().anyMatch(p -> named(agreement, p)))
        .toList();
  }

  private boolean named(Document<Agreement> agreement, String pattern) {
    try {
      return FilePattern.of(document, pattern).matches(agreement.file());
    } catch (InvalidPathException | PatternSyntaxException e) {
      return false; // said where the files are read
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}

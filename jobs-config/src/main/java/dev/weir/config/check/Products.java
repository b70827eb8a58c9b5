package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.ProductRef;
import dev.weir.config.document.Document;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The products among the files, by the references to them. */
final class Products {

  private final List<Document<Product>> products;
  private final Problems problems;
  private final boolean unread;

  /**
   * @param unread whether a file that could not be read may be a product
   */
  Products(List<Document<Product>> products, boolean unread, Problems problems) {
    this.products = products;
    this.unread = unread;
    this.problems = problems;
  }

  /** Notes products that stand in two files, at each. */
  void checkEach() {
    for (Document<Product> one : products) {
      for (Document<Product> other : products) {
        if (one != other && one.value().id().equals(other.value().id())) {
          Place.root(one, problems)
              .key("id")
              .note(
                  CheckRule.PRODUCT_TWICE,
                  "The product " + one.value().id() + " is in " + other.file() + " too",
                  "Give one of the two files");
        }
      }
    }
  }

  /**
   * The product that an agreement is about, or most likely means; if it is not among the files, the
   * problem is noted, except where a file that could not be read may have been it.
   */
  Optional<Product> of(Document<Agreement> agreement) {
    ProductRef wanted = agreement.value().product();
    List<Product> sameId = sameId(wanted.id());
    Place place = Place.root(agreement, problems).key("product");
    if (sameId.isEmpty() && !wanted.id().isEmpty() && !unread) {
      unknown(place, wanted);
    } else if (!sameId.isEmpty() && !wanted.major().isEmpty() && exactly(wanted).isEmpty()) {
      wrongMajor(place, wanted, sameId.get(0));
    }
    return meant(wanted);
  }

  private Optional<Product> exactly(ProductRef wanted) {
    return sameId(wanted.id()).stream()
        .filter(product -> product.major().equals(wanted.major()))
        .findFirst();
  }

  /** The one of that id and version; else the only one that can be meant. */
  private Optional<Product> meant(ProductRef wanted) {
    List<Product> sameId = sameId(wanted.id());
    if (wanted.id().isEmpty()) {
      return only(products.stream().map(Document::value).toList());
    } else if (!sameId.isEmpty()) {
      return wanted.major().isEmpty() ? only(sameId) : exactly(wanted);
    }
    return unread ? Optional.empty() : near(wanted);
  }

  private static Optional<Product> only(List<Product> products) {
    return products.size() == 1 ? Optional.of(products.get(0)) : Optional.empty();
  }

  private Optional<Product> near(ProductRef wanted) {
    List<String> ids = products.stream().map(product -> product.value().id()).toList();
    return DidYouMean.among(ids, wanted.id()).flatMap(id -> only(sameId(id)));
  }

  /** The id of the product that is meant; else what is written. */
  String id(ProductRef wanted) {
    return meant(wanted).map(Product::id).orElse(wanted.id());
  }

  /** What a release reads, by name and fields. */
  record NamedObject(String name, ObjectFields fields) {}

  /**
   * The object of a reference, if there is one.
   *
   * @param from null: the product's only one
   */
  Optional<NamedObject> object(ProductRef wanted, @Nullable String from) {
    return meant(wanted).stream()
        .filter(product -> from != null || product.objects().size() == 1)
        .flatMap(product -> product.objects().stream())
        .filter(object -> from == null || object.name().equals(from))
        .map(object -> new NamedObject(object.name(), ObjectFields.of(object)))
        .findFirst();
  }

  private List<Product> sameId(String id) {
    return products.stream().map(Document::value).filter(p -> p.id().equals(id)).toList();
  }

  private void unknown(Place place, ProductRef wanted) {
    List<String> known = new ArrayList<>();
    products.forEach(p -> known.add(p.value().id() + "@" + p.value().major()));
    place.note(
        CheckRule.PRODUCT_UNKNOWN,
        "None of the files is the product " + wanted.id(),
        known.isEmpty()
            ? "Name the product's file beside this one"
            : DidYouMean.mend(known, wanted.toString()));
  }

  private static void wrongMajor(Place place, ProductRef wanted, Product product) {
    place.note(
        CheckRule.PRODUCT_UNKNOWN,
        "The product " + wanted.id() + " is of version " + product.version(),
        "Write " + product.id() + "@" + product.major() + ", or give the file of that version");
  }
}

package dev.weir.plan;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.product.Product;
import dev.weir.config.product.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Resolves files into what a job does: a plain function, the same for any order of files. */
public final class Planner {

  private Planner() {}

  /**
   * The plan of a job.
   *
   * @param gateway id of the gateway; {@code local} for a run over a file
   * @param topicPrefix of Weir's own topics; no release may write there
   * @param files that {@link dev.weir.config.check.Validator} and {@link
   *     dev.weir.config.check.NotEnforced} have nothing against
   * @throws IllegalArgumentException if the files could not have passed those two
   */
  public static JobPlan plan(String gateway, String topicPrefix, FileSet files) {
    if (gateway.contains("/")) {
      throw new IllegalArgumentException("the id of a gateway holds no slash");
    }
    List<ProductPlan> products = new ArrayList<>();
    for (Document<Product> product : files.products()) {
      products.addAll(objects(product.value(), files, topicPrefix + ".subject-keys"));
    }
    products.sort(Comparator.comparing(ProductPlan::product).thenComparing(ProductPlan::object));
    return new JobPlan(gateway, products, sink(gateway, topicPrefix, products))
        .within(quotas(products, files));
  }

  private static List<ProductPlan> objects(Product product, FileSet files, String subjectKeys) {
    return product.objects().stream()
        .map(object -> new ObjectPlanner(product, object, subjectKeys))
        .map(planner -> planner.plan(named(product, planner.object(), files)))
        .filter(plan -> !plan.releases().isEmpty())
        .toList();
  }

  /** Of agreements that release something. */
  private static List<QuotaPlan> quotas(List<ProductPlan> products, FileSet files) {
    Set<String> agreements =
        products.stream()
            .flatMap(product -> product.releases().stream())
            .map(ReleasePlan::agreement)
            .collect(Collectors.toSet());
    return QuotaPlanner.all(files).stream()
        .filter(quota -> agreements.contains(quota.agreement()))
        .toList();
  }

  /** The releases of that object, by agreement and name. */
  private static List<NamedRelease> named(Product product, SchemaObject object, FileSet files) {
    return files.agreements().stream()
        .filter(agreement -> ofProduct(agreement.value(), product))
        .flatMap(agreement -> releases(agreement, product, object, files).stream())
        .sorted(Comparator.comparing(NamedRelease::name))
        .toList();
  }

  private static boolean ofProduct(Agreement agreement, Product product) {
    return agreement.product().id().equals(product.id())
        && agreement.product().major().equals(product.major());
  }

  private static List<NamedRelease> releases(
      Document<Agreement> agreement, Product product, SchemaObject object, FileSet files) {
    boolean restrained =
        QuotaPlanner.of(agreement.value(), files).filter(QuotaPlan::restrains).isPresent();
    List<NamedRelease> releases = new ArrayList<>();
    for (Release release : agreement.value().releases()) {
      boolean only = release.from() == null && product.objects().size() == 1;
      if (only || object.name().equals(release.from())) {
        releases.add(new NamedRelease(agreement, release, restrained));
      }
    }
    return releases;
  }

  private static SinkPlan sink(String gateway, String topicPrefix, List<ProductPlan> products) {
    TreeSet<String> topics = new TreeSet<>();
    for (ProductPlan product : products) {
      topics.add(product.deadLetterTopic());
      product.releases().forEach(release -> topics.add(release.topic()));
    }
    if (topics.stream().anyMatch(topic -> topic.startsWith(topicPrefix + "."))) {
      throw new IllegalArgumentException("a topic has the prefix of Weir's own: " + topicPrefix);
    }
    products.stream().map(ProductPlan::subjectKeys).filter(Objects::nonNull).forEach(topics::add);
    return SinkPlan.of(gateway, topicPrefix, List.copyOf(topics));
  }
}

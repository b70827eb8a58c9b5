package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one gateway's job does.
 *
 * @param gateway id of the gateway; {@code local} for a run over a file
 * @param products one per schema object that is read
 * @param control topic of the commands that the job obeys; null: none
 * @param sources of the products, by their ids; empty: files
 * @param quotas of agreements that have one, by their ids
 * @param ceilings of what all statistics of a product may spend, by its id
 */
public record JobPlan(
    String gateway,
    List<ProductPlan> products,
    SinkPlan sink,
    @Nullable String control,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SourcePlan> sources,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuotaPlan> quotas,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, BudgetPlan> ceilings)
    implements Serializable {
  public JobPlan {
    products = List.copyOf(products);
    sources = List.copyOf(sources);
    quotas = List.copyOf(quotas);
    ceilings = Collections.unmodifiableSortedMap(new TreeMap<>(ceilings));
  }

  /** Of a job that obeys no commands, whatever it reads. */
  public JobPlan(String gateway, List<ProductPlan> products, SinkPlan sink) {
    this(gateway, products, sink, null, List.of(), List.of(), new TreeMap<>());
  }

  /** Without a ceiling on what statistics spend. */
  public JobPlan(
      String gateway,
      List<ProductPlan> products,
      SinkPlan sink,
      @Nullable String control,
      List<SourcePlan> sources,
      List<QuotaPlan> quotas) {
    this(gateway, products, sink, control, sources, quotas, new TreeMap<>());
  }

  /** The same with what agreements may let out. */
  JobPlan within(List<QuotaPlan> limits) {
    return new JobPlan(gateway, products, sink, control, sources, limits, ceilings);
  }

  /** The same with a control channel. */
  JobPlan governedBy(String topic) {
    return new JobPlan(gateway, products, sink, topic, sources, quotas, ceilings);
  }

  /** The same with what it reads. */
  JobPlan reading(List<SourcePlan> read) {
    return new JobPlan(gateway, products, sink, control, read, quotas, ceilings);
  }

  /** The same with ceilings. */
  JobPlan spending(SortedMap<String, BudgetPlan> most) {
    return new JobPlan(gateway, products, sink, control, sources, quotas, most);
  }

  /** Whether a release is of statistics. */
  public boolean counts() {
    return products.stream().anyMatch(ProductPlan::counts);
  }

  /** Whether statistics of a product go by its producers' clocks. */
  public boolean trustsProducers(String product) {
    return sources.stream()
        .anyMatch(source -> source.product().equals(product) && source.trustProducerClock());
  }

  /** Of all releases' digests: hex, the first 16 bytes of their SHA-256. */
  public String digest() {
    return PlanDigest.of(releases().stream().map(ReleasePlan::digest).sorted().toList());
  }

  /** Where usage is told: to each partner, and to the owner. */
  public SortedSet<String> usageTopics() {
    SortedSet<String> topics = new TreeSet<>();
    releases().forEach(release -> topics.add(release.usageTopic()));
    topics.add(sink.usageTopic());
    return topics;
  }

  /**
   * By which ways it all leaves on Kafka, each release by one of them; a run over files has the
   * first alone. The second is there exactly where a stage ahead of it keeps state, so that no
   * savepoint fails to fit for its sake.
   */
  public List<EndingPlan> endings() {
    EndingPlan first = EndingPlan.first(this);
    return releases().stream().anyMatch(ReleasePlan::leavesAside)
        ? List.of(first, EndingPlan.aside(this))
        : List.of(first);
  }

  /** The quota of an agreement; empty: it has none. */
  public Optional<QuotaPlan> quota(String agreement) {
    return quotas.stream().filter(quota -> quota.agreement().equals(agreement)).findFirst();
  }

  /** The releases of all products. */
  public List<ReleasePlan> releases() {
    return products.stream().flatMap(product -> product.releases().stream()).toList();
  }
}

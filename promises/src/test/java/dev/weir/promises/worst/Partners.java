package dev.weir.promises.worst;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.QuotaPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.SinkPlan;
import dev.weir.promises.stream.Payments;
import java.util.List;
import java.util.stream.Stream;

/** A gateway of two partners that get the same, under names of its own. */
record Partners(String gateway) {

  private static final String ACTIVE = "active";

  String acme() {
    return "acme." + gateway + ".v1";
  }

  String globex() {
    return "globex." + gateway + ".v1";
  }

  String deadLetters() {
    return gateway + ".dead-letters";
  }

  String progress() {
    return gateway + ".weir.progress";
  }

  String source() {
    return gateway + ".payments";
  }

  JobPlan plan() {
    return plan(ACTIVE, "records");
  }

  /**
   * @param globex status of the second partner's agreement
   * @param kind of its release
   */
  JobPlan plan(String globex, String kind) {
    ReleasePlan release = Payments.plan().products().get(0).releases().get(0);
    return plan(of(release, "globex", globex(), globex, kind, release.stages()));
  }

  /** The second partner has a quota that holds what is over. */
  JobPlan restrained(QuotaPlan.Limits limits) {
    ReleasePlan release = Payments.plan().products().get(0).releases().get(0);
    List<String> stages = List.of("decode", "treat", "quota");
    JobPlan plan = plan(of(release, "globex", globex(), ACTIVE, "records", stages));
    QuotaPlan quota =
        new QuotaPlan("globex-payments", List.of(new QuotaPlan.Version(null, limits)));
    return new JobPlan(gateway, plan.products(), plan.sink(), null, List.of(), List.of(quota));
  }

  private JobPlan plan(ReleasePlan globex) {
    ProductPlan product = Payments.plan().products().get(0);
    ReleasePlan release = product.releases().get(0);
    ReleasePlan acme = of(release, "acme", acme(), ACTIVE, "records", release.stages());
    List<String> topics = Stream.of(acme(), globex(), deadLetters()).sorted().toList();
    return new JobPlan(
        gateway,
        List.of(of(product, List.of(acme, globex))),
        SinkPlan.of(gateway, gateway + ".weir", topics));
  }

  private ProductPlan of(ProductPlan like, List<ReleasePlan> releases) {
    return new ProductPlan(
        like.product(),
        like.version(),
        like.apiVersion(),
        like.object(),
        like.sourceUid(),
        like.decodeUid(),
        like.treatUid(),
        deadLetters(),
        like.record(),
        like.subject(),
        like.eventTime(),
        like.jurisdiction(),
        releases);
  }

  private static ReleasePlan of(
      ReleasePlan like,
      String partner,
      String topic,
      String status,
      String kind,
      List<String> stages) {
    return new ReleasePlan(
        partner + "-payments",
        like.agreementVersion(),
        partner,
        like.release(),
        kind,
        topic,
        status,
        like.from(),
        like.to(),
        like.jurisdictions(),
        like.retention(),
        like.keyField(),
        stages,
        like.cohort(),
        like.output(),
        like.keys(),
        null,
        like.digest());
  }
}

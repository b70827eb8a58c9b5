package dev.weir.promises.stream;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.CohortMode;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.stage.KeySource;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Generalization;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.QuotaPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.SinkPlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Numbered payments in JSON, and what one partner gets of them: small, and nothing left out. */
public final class Payments {

  public static final String OUT = "acme.payments.v1";

  /** Written by {@link #quotaPlan} only. */
  public static final String LIMITED = "acme.limited.v1";

  public static final String DEAD_LETTERS = "card-payments.dead-letters";

  /** Written by {@link #erasablePlan} only. */
  public static final String SUBJECT_KEYS = "weir.subject-keys";

  public static final RecordFormat FORMAT = new JsonRecordFormat(RecordLimits.DEFAULT);

  /** Of {@link #keys}. */
  public static final String PASSPHRASE = "only a test";

  private static final Step.KeyRef KEY = new Step.KeyRef("acme", "deterministic");
  private static final FieldPath CUSTOMER = FieldPath.of("customer_id");

  private Payments() {}

  /** A payment; its id tells its number. */
  public static String json(long number) {
    return String.format(
        "{\"payment_id\":\"P%07d\",\"customer_id\":\"%s\",\"name\":\"Erika Mustermann\","
            + "\"amount\":%d.50,\"occurred_at\":\"2026-06-01T08:00:00Z\"}",
        number, Feed.subject(number), number % 500);
  }

  /** The number of a payment that was released. */
  public static long number(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    int at = text.indexOf("\"P") + 2;
    return Long.parseLong(text.substring(at, at + 7));
  }

  /** Keys for the partner, in a directory. */
  public static KeySource keys(Path directory) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase).create("acme");
    }
    String path = directory.toString();
    return () -> {
      try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
        return KeyDirectory.open(Path.of(path), passphrase);
      }
    };
  }

  public static JobPlan plan() {
    return plan(release(List.of("decode", "treat"), deterministic()));
  }

  /** Customers have random tokens, which are remembered for a month. */
  public static JobPlan randomPlan() {
    Step.KeyRef key = new Step.KeyRef("acme", "random");
    Step.TokenContext context =
        new Step.TokenContext("random", "agreement:acme-payments", "card-payments/customer_id");
    return plan(
        release(
            List.of("decode", "treat", "remember", "assemble"),
            new Step.Tokenize(TokenScheme.RANDOM, key, context, null, null, "P30D", null)));
  }

  /** Customers have erasable tokens. */
  public static JobPlan erasablePlan() {
    return plan(
        release(
            List.of("decode", "subject-name", "subject-key", "treat"),
            new Step.Tokenize(
                TokenScheme.DETERMINISTIC,
                KEY,
                deterministic().context(),
                null,
                null,
                null,
                SUBJECT_KEYS)));
  }

  /** Customers are in crowds of so many by their age; each payment says its number. */
  public static JobPlan cohortPlan(int k) {
    Step.KeyRef key = new Step.KeyRef("acme", "one-way");
    Step.TokenContext context =
        new Step.TokenContext("cohort", "agreement:acme-payments", "card-payments/customer_id");
    Output.Fields output =
        new Output.Fields(
            List.of(
                leaf("payment_id", LogicalType.STRING, new Step.Keep()),
                leaf("customer_id", LogicalType.STRING, new Step.CohortToken(key, context)),
                leaf(
                    "age",
                    LogicalType.INTEGER,
                    new Step.Generalize(new Generalization.Integers(1)))));
    CohortPlan cohort =
        new CohortPlan(
            "weir/card-payments/payment/cohort/acme-payments/payments",
            CohortMode.STABLE,
            k,
            List.of(),
            List.of(),
            "PT1S",
            "P90D",
            null,
            List.of(),
            "space",
            "form",
            null);
    ReleasePlan records = release(List.of("decode", "treat", "cohort"), deterministic());
    return plan(
        new ReleasePlan(
            records.agreement(),
            records.agreementVersion(),
            records.partner(),
            records.release(),
            "cohorts",
            records.topic(),
            records.status(),
            records.from(),
            records.to(),
            null,
            records.retention(),
            CUSTOMER,
            records.stages(),
            cohort,
            output,
            List.of(key),
            null,
            records.digest()));
  }

  /**
   * Payments and customers are counted by the second.
   *
   * @param from first second that is counted
   * @param epsilon of a day, of which a customer is counted in a thousand seconds
   */
  public static JobPlan statisticsPlan(Instant from, String epsilon) {
    StatisticsPlan statistics =
        new StatisticsPlan(
            "weir/card-payments/payment/bound/acme-payments/payments",
            new StatisticsPlan.Window("PT1S", null, null, List.of("PT5S")),
            "PT2S",
            List.of(),
            List.of(
                figure("payments", StatisticsPlan.Kind.COUNT),
                figure("customers", StatisticsPlan.Kind.COUNT_DISTINCT)),
            new StatisticsPlan.Bounds(50, 1, 1_000),
            new BudgetPlan(new BigDecimal(epsilon), new BigDecimal("1e-6"), "P1D"),
            List.of(),
            "terms");
    ReleasePlan records = release(List.of("decode", "treat"), deterministic());
    return plan(
        new ReleasePlan(
            records.agreement(),
            records.agreementVersion(),
            records.partner(),
            records.release(),
            "statistics",
            records.topic(),
            records.status(),
            from.toString(),
            records.to(),
            null,
            records.retention(),
            null,
            List.of("decode", "treat", "bound", "statistics"),
            null,
            statistics,
            new Output.Fields(List.of()),
            List.of(),
            null,
            records.digest()));
  }

  private static StatisticsPlan.Figure figure(String name, StatisticsPlan.Kind kind) {
    return new StatisticsPlan.Figure(name, kind, null, null, null, 0, null, BigDecimal.ONE);
  }

  /** Two agreements with the same partner, of which one has a quota. */
  public static JobPlan quotaPlan(QuotaPlan.Limits limits) {
    ReleasePlan open = release(List.of("decode", "treat"), deterministic());
    ReleasePlan restrained = release(List.of("decode", "treat", "quota"), deterministic());
    JobPlan plan = plan(renamed(restrained, "acme-limited", LIMITED), open);
    QuotaPlan.Version always = new QuotaPlan.Version(null, limits);
    return new JobPlan(
        plan.gateway(),
        plan.products(),
        plan.sink(),
        null,
        List.of(),
        List.of(new QuotaPlan("acme-limited", List.of(always))));
  }

  private static ReleasePlan renamed(ReleasePlan plan, String agreement, String topic) {
    return new ReleasePlan(
        agreement,
        plan.agreementVersion(),
        plan.partner(),
        plan.release(),
        plan.kind(),
        topic,
        plan.status(),
        plan.from(),
        plan.to(),
        null,
        plan.retention(),
        plan.keyField(),
        plan.stages(),
        null,
        plan.output(),
        plan.keys(),
        null,
        plan.digest());
  }

  private static Step.Tokenize deterministic() {
    Step.TokenContext context =
        new Step.TokenContext(
            "deterministic", "agreement:acme-payments", "card-payments/customer_id");
    return new Step.Tokenize(TokenScheme.DETERMINISTIC, KEY, context, null);
  }

  private static JobPlan plan(ReleasePlan... releases) {
    ProductPlan product =
        new ProductPlan(
            "card-payments",
            "2.3.0",
            "v3.1.0",
            "payment",
            "weir/card-payments/payment/source",
            "weir/card-payments/payment/decode",
            "weir/card-payments/payment/treat",
            DEAD_LETTERS,
            record(),
            CUSTOMER,
            FieldPath.of("occurred_at"),
            null,
            List.of(releases));
    return new JobPlan("eu", List.of(product), SinkPlan.of("eu", "weir", topics(product)));
  }

  private static List<String> topics(ProductPlan product) {
    Stream<String> own = product.releases().stream().map(ReleasePlan::topic);
    Stream<String> keys = product.erases() ? Stream.of(SUBJECT_KEYS) : Stream.empty();
    return Stream.of(own, Stream.of(DEAD_LETTERS), keys).flatMap(topics -> topics).toList();
  }

  private static Shape.Fields record() {
    return new Shape.Fields(
        List.of(
            field("payment_id", LogicalType.STRING),
            field("customer_id", LogicalType.STRING),
            field("amount", LogicalType.NUMBER),
            new Shape.Field("age", false, new Shape.Leaf(LogicalType.INTEGER, null)),
            field("occurred_at", LogicalType.TIMESTAMP)));
  }

  private static Shape.Field field(String name, LogicalType type) {
    return new Shape.Field(name, true, new Shape.Leaf(type, null));
  }

  private static ReleasePlan release(List<String> stages, Step.Tokenize customer) {
    return new ReleasePlan(
        "acme-payments",
        "1.0.0",
        "acme",
        "payments",
        "records",
        OUT,
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        "P90D",
        CUSTOMER,
        stages,
        null,
        output(customer),
        List.of(customer.key()),
        null,
        "0123456789abcdef0123456789abcdef");
  }

  private static Output.Fields output(Step.Tokenize customer) {
    return new Output.Fields(
        List.of(
            leaf("payment_id", LogicalType.STRING, new Step.Keep()),
            leaf("customer_id", LogicalType.STRING, customer),
            leaf("amount", LogicalType.NUMBER, new Step.Bucket(new BigDecimal("10")))));
  }

  private static Output.Field leaf(String name, LogicalType type, Step step) {
    return new Output.Field(name, true, new Output.Leaf(FieldPath.of(name), type, type, step));
  }
}

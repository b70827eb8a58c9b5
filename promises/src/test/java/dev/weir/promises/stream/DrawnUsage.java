package dev.weir.promises.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Usage of the last sixty days by chance, of version 1.0.0 of an agreement of each partner: some of
 * it is told twice, some is mended. For one thread.
 */
public final class DrawnUsage {

  private static final int DAYS = 60;
  private static final int MENDS = 12;
  private static final int TWICE = 12;

  private final List<UsageEvent> told = new ArrayList<>();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final String gateway;
  private final List<String> partners;
  private final int records;
  private final Random random;

  /**
   * @param records of an event, at most
   */
  public DrawnUsage(String gateway, List<String> partners, int records, Random random) {
    this.gateway = gateway;
    this.partners = partners;
    this.records = records;
    this.random = random;
  }

  /** As the gateway writes it to that partner's topic. */
  public ProducerRecord<byte[], byte[]> next() {
    UsageEvent event = event();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic(event.data().partner()), UsageHeaders.value(event));
    UsageHeaders.of(event)
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  public static String topic(String partner) {
    return partner + ".usage";
  }

  private UsageEvent event() {
    if (!told.isEmpty() && random.nextInt(TWICE) == 0) {
      return told.get(random.nextInt(told.size()));
    }
    UsageEvent drawn = drawn();
    told.add(drawn);
    return drawn;
  }

  private UsageEvent drawn() {
    if (!told.isEmpty() && random.nextInt(MENDS) == 0) {
      UsageEvent wrong = told.get(random.nextInt(told.size()));
      if (wrong.corrects() == null) {
        return wrong.corrected(usage(-random.nextInt(50)), "mend-" + told.size());
      }
    }
    String partner = partners.get(random.nextInt(partners.size()));
    Metered data =
        new Metered(
            partner,
            new AgreementRef(partner + "-payments", "1.0.0"),
            "payments",
            new Minute(now.minus(random.nextInt(DAYS), ChronoUnit.DAYS)),
            usage(1 + random.nextInt(records)));
    return UsageEvent.of("/weir/gateways/" + gateway, data, "r-0-" + told.size());
  }

  private static Usage usage(long records) {
    return new Usage(records, records, records, BigDecimal.ZERO);
  }
}

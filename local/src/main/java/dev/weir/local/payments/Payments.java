package dev.weir.local.payments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An endless run of invented payments of a few hundred customers, about 1.5 seconds apart. One in a
 * hundred is bad; one in five carries fields that nobody has declared.
 */
public final class Payments implements Iterator<Payment> {

  private static final int CUSTOMERS = 400;
  private static final int GOOD_PER_BAD = 99;
  private static final List<String> CATEGORIES =
      List.of("books", "fuel", "grocery", "pharmacy", "restaurants", "travel");
  private static final List<String> TAGS = List.of("online", "chip", "contactless", "refundable");

  private final long seed;
  private final Random random;
  private Instant now;
  private int number;

  /**
   * @param from when the first payment is made
   */
  public Payments(long seed, Instant from) {
    this.seed = seed;
    this.random = new Random(seed);
    this.now = from.truncatedTo(ChronoUnit.MILLIS);
  }

  /** There is always another. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Payment next() {
    Customer customer = Customer.of(random.nextInt(CUSTOMERS), seed);
    now = now.plusMillis(1 + random.nextInt(3000));
    PaymentJson json = new PaymentJson(customer, purchase());
    number++;
    if (random.nextInt(GOOD_PER_BAD + 1) > 0) {
      return payment(customer, json.good(undeclared()), null);
    }
    Flaw flaw = Flaw.values()[random.nextInt(Flaw.values().length)];
    return payment(customer, json.bad(flaw), flaw);
  }

  private static Payment payment(Customer customer, String json, @Nullable Flaw flaw) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Payment(customer.id(), bytes, customer.country().name(), flaw);
  }

  private PaymentJson.Purchase purchase() {
    return new PaymentJson.Purchase(
        String.format(Locale.ROOT, "P%08d", number),
        BigDecimal.valueOf(100 + (long) (Math.exp(random.nextGaussian()) * 2500), 2),
        String.format(Locale.ROOT, "M%03d", random.nextInt(60)),
        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
        TAGS.stream().filter(tag -> random.nextInt(4) == 0).toList(),
        now);
  }

  private boolean undeclared() {
    return random.nextInt(5) == 0;
  }
}

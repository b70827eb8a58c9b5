package dev.weir.local.payments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An endless run of invented payments. One in a hundred is bad; one in five carries fields that
 * nobody has declared.
 */
public final class Payments implements Iterator<Payment> {

  private static final int CUSTOMERS = 400;
  private static final int STEPS_APART = 1_500;
  private static final int GOOD_PER_BAD = 99;
  private static final List<String> CATEGORIES =
      List.of("books", "fuel", "grocery", "pharmacy", "restaurants", "travel");
  private static final List<String> TAGS = List.of("online", "chip", "contactless", "refundable");

  private final long seed;
  private final Random random;
  private final int customers;
  private final Duration step;
  private Instant now;
  private int number;

  /**
   * Of a few hundred customers, about 1.5 seconds apart.
   *
   * @param from when the first payment is made
   */
  public Payments(long seed, Instant from) {
    this(seed, from, CUSTOMERS, Duration.ofMillis(STEPS_APART));
  }

  /**
   * @param from when the first payment is made
   * @param apart how far payments are apart in the mean; at most twice as far
   */
  public Payments(long seed, Instant from, int customers, Duration apart) {
    this.customers = customers;
    this.step = apart.dividedBy(STEPS_APART);
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
    Customer customer = Customer.of(random.nextInt(customers), seed);
    now = now.plus(step.multipliedBy(1 + random.nextInt(2 * STEPS_APART)));
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
        now.truncatedTo(ChronoUnit.MICROS));
  }

  private boolean undeclared() {
    return random.nextInt(5) == 0;
  }
}

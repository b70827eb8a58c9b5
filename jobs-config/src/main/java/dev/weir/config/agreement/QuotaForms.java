package dev.weir.config.agreement;

import dev.weir.config.agreement.Quota.OnExceed;
import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Sizes;
import dev.weir.config.bind.Times;
import java.util.Objects;
import java.util.stream.Stream;

/** Quotas, of agreements and of tiers. */
public final class QuotaForms {

  private static final Block<Quota.HoldAtMost> HOLD_AT_MOST =
      Block.of(Quota.HoldAtMost.class)
          .with("records", Numbers.whole(1))
          .with("duration", Times.AMOUNT)
          .named("duration", "for");

  /** A quota: a limit at least. */
  public static final Form<Quota> QUOTA =
      Block.of(Quota.class)
          .with("recordsPerSecond", Numbers.whole(1))
          .with("recordsPerDay", Numbers.whole(1))
          .with("recordsPerMonth", Numbers.whole(1))
          .with("bytesPerDay", Sizes.upTo(Long.MAX_VALUE))
          .with("bytesPerMonth", Sizes.upTo(Long.MAX_VALUE))
          .with("epsilonPerMonth", Numbers.POSITIVE)
          .with("holdAtMost", HOLD_AT_MOST)
          .checked(QuotaForms::limits)
          .checked(QuotaForms::held);

  private QuotaForms() {}

  private static void limits(Quota quota, Part part) {
    boolean none =
        Stream.of(
                quota.recordsPerSecond(),
                quota.recordsPerDay(),
                quota.recordsPerMonth(),
                quota.bytesPerDay(),
                quota.bytesPerMonth(),
                quota.epsilonPerMonth())
            .allMatch(Objects::isNull);
    if (none) {
      part.note(BindRule.EMPTY, "The quota limits nothing", "Write a limit, as recordsPerDay");
    }
  }

  private static void held(Quota quota, Part part) {
    if (quota.holdAtMost() != null && quota.onExceed() != OnExceed.HOLD) {
      part.key("holdAtMost")
          .note(
              BindRule.OUT_OF_RANGE,
              "holdAtMost changes nothing where nothing is held",
              "Leave it out, or write onExceed: hold");
    }
  }
}

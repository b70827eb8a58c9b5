package dev.weir.local.command;

import dev.weir.jobs.gateway.GatewayUsage;
import dev.weir.local.reconcile.GatewayMonth;
import dev.weir.metering.books.Terms;
import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A gateway's month, as commands read it: what fails is told. */
final class GatewayMonths {

  private GatewayMonths() {}

  /**
   * All usage of a gateway's partners.
   *
   * @return by topic, records that are no usage events
   */
  static SortedMap<String, Long> usage(
      CommandContext context, Path gateway, Consumer<UsageEvent> each) {
    GatewayUsage topics = GatewayUsage.of(gateway, warning -> context.say(warning.toString()));
    topics.usage(each);
    return topics.foreign();
  }

  /**
   * All lines of a gateway's rating job.
   *
   * @return by topic, records that are no charges
   */
  static SortedMap<String, Long> charges(
      CommandContext context, Path gateway, Consumer<ChargeEvent> each) {
    GatewayUsage topics = GatewayUsage.of(gateway, warning -> context.say(warning.toString()));
    topics.charges(each);
    return topics.foreign();
  }

  /**
   * @param options name a gateway
   */
  static GatewayMonth of(CommandContext context, TermsOptions options, YearMonth period)
      throws IOException {
    Terms terms = options.read(context);
    Path gateway = Objects.requireNonNull(options.gateway());
    GatewayMonth month =
        GatewayFailures.told(
            context,
            () ->
                GatewayMonth.read(
                    gateway,
                    terms,
                    period,
                    context.clock().instant(),
                    warning -> context.say(warning.toString())));
    month.missing().forEach(topic -> context.say("The topic " + topic + " is not there."));
    return month;
  }
}

package dev.weir.metering.charges;

import dev.weir.metering.rating.RatedLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of charges on a stream: CloudEvents 1.0.2 of the type {@value #TYPE}.
 *
 * @param source which gateway, as its usage events have it
 * @param id {@code <agreement>/<month>/<number>}, numbered from 1 without gaps
 * @param at when it was made
 * @param partner its id
 * @param line quantity and amount may be below 0
 * @param corrects the id of the newest line of the same charge before, where the month was over
 *     when this one was made; null: it goes on with a month that is not over, or there was none
 */
public record ChargeEvent(
    String source,
    String id,
    Instant at,
    String partner,
    RatedLine line,
    @Nullable String corrects) {

  public static final String TYPE = "dev.weir.charge.v1";
}

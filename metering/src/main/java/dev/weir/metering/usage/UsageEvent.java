package dev.weir.metering.usage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A usage event: CloudEvents 1.0.2 of the type {@value #TYPE}. By CloudEvents two events of the
 * same source and id are one.
 *
 * @param source which gateway, a URI reference that is not empty
 * @param id names what is counted and nothing else
 * @param corrects the id of the event whose counts this one mends by adding to them; null: none
 */
public record UsageEvent(String source, String id, @Nullable String corrects, Metered data) {

  /** The version in it is that of {@code data}. */
  public static final String TYPE = "dev.weir.usage.v1";

  /** Names the schema that is published as {@code docs/schema/usage.schema.json}. */
  public static final String SCHEMA = "urn:weir:schema:usage:1";

  static final String SPEC_VERSION = "1.0";
  private static final String CORRECTION = "/correction/";
  private static final String RELEASED_AGAIN = "released-again";
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]{1,50}");

  /**
   * @throws IllegalArgumentException if {@code source} is no URI reference, an id does not name
   *     what the data counts, or counts are below 0 though nothing is corrected
   */
  public UsageEvent {
    if (source.isEmpty() || !reference(source)) {
      throw new IllegalArgumentException("source is a URI reference");
    }
    String counted = data.name() + "/";
    if (!id.startsWith(counted)
        || (corrects != null && (!corrects.startsWith(counted) || corrects.equals(id)))) {
      throw new IllegalArgumentException("an id names what the data counts");
    }
    if (corrects == null && data.usage().belowZero()) {
      throw new IllegalArgumentException("only a correction counts below 0");
    }
  }

  /** The source of a gateway's events. */
  public static String gateway(String id) {
    return "/weir/gateways/" + id;
  }

  /**
   * What was released.
   *
   * @param part which of the window's events it is, where there are several, as {@code 3-17} for
   *     subtask and checkpoint: letters, digits and hyphens, different for each of them
   */
  public static UsageEvent of(String source, Metered data, String part) {
    return new UsageEvent(source, data.name() + "/" + checked(part), null, data);
  }

  /**
   * What an earlier event counted wrongly.
   *
   * @param difference what has to be added to it
   * @param mend a name for this correction, different for each of that event's
   */
  public UsageEvent corrected(Usage difference, String mend) {
    Metered mended =
        new Metered(data.partner(), data.agreement(), data.release(), data.window(), difference);
    return new UsageEvent(source, id + CORRECTION + checked(mend), id, mended);
  }

  /**
   * What takes back those of its records that had been released before: they are in the topic
   * twice, and charged once.
   *
   * @param again of what this event counts
   */
  public UsageEvent withoutReleasedAgain(Usage again) {
    return corrected(again.negated(), RELEASED_AGAIN);
  }

  /** Whether it is such an event: what it takes back is in the topic all the same. */
  public boolean isOfReleasedAgain() {
    return corrects != null && id.equals(corrects + CORRECTION + RELEASED_AGAIN);
  }

  private static String checked(String part) {
    if (!PART.matcher(part).matches()) {
      throw new IllegalArgumentException("a part is named by letters, digits and hyphens");
    }
    return part;
  }

  private static boolean reference(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException no) {
      return false;
    }
  }
}

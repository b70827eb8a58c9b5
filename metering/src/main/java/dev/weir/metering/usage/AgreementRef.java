package dev.weir.metering.usage;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * An agreement in one of its versions, as the header {@code weir-agreement} and {@code
 * summary.json} write it: {@code acme-payments@1.0.0}.
 */
public record AgreementRef(String id, String version)
    implements Comparable<AgreementRef>, Serializable {

  private static final Pattern WRITTEN =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,99})@([0-9A-Za-z.+-]{1,100})");

  /**
   * @throws IllegalArgumentException if the two do not make {@code id@version}
   */
  public AgreementRef {
    if (!WRITTEN.matcher(id + "@" + version).matches()) {
      throw new IllegalArgumentException("an agreement is written id@version");
    }
  }

  /**
   * @throws IllegalArgumentException if the text is not {@code id@version}; it is not repeated
   */
  public static AgreementRef parse(String text) {
    int at = text.indexOf('@');
    return new AgreementRef(at < 0 ? "" : text.substring(0, at), text.substring(at + 1));
  }

  @Override
  public int compareTo(AgreementRef other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}

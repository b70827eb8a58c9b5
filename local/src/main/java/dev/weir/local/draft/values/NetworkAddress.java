package dev.weir.local.draft.values;

import java.util.regex.Pattern;

/** Network addresses, told by their form alone: nothing is looked up. */
final class NetworkAddress {

  private static final int GROUPS = 8;
  private static final Pattern GROUP = Pattern.compile("\\p{XDigit}{1,4}");

  private NetworkAddress() {}

  /** An address by RFC 4291, section 2.2, without a zone and without a dotted part. */
  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == GROUPS;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int left = before.isEmpty() ? 0 : groups(before);
    int right = after.isEmpty() ? 0 : groups(after);
    return left >= 0 && right >= 0 && left + right > 0 && left + right < GROUPS;
  }

  /** How many groups there are; negative if one is none. */
  private static int groups(String text) {
    String[] groups = text.split(":", -1);
    for (String group : groups) {
      if (!GROUP.matcher(group).matches()) {
        return -1;
      }
    }
    return groups.length;
  }
}

package dev.weir.local.command;

import dev.weir.metering.books.OwnersShare;

/** A product's owner's share in words. */
final class ShareLines {

  private ShareLines() {}

  static String of(OwnersShare share) {
    return "to the owner of "
        + share.product()
        + ": "
        + share.owed()
        + ", the share of "
        + share.share().toPlainString()
        + " in "
        + share.billed();
  }
}

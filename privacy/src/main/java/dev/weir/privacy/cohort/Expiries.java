package dev.weir.privacy.cohort;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When to look at whom, in the pages; of all that, memory holds the next time alone. */
final class Expiries {

  private final Pages pages;
  private long next;

  Expiries(Pages pages) {
    this.pages = pages;
    this.next = nextInPages();
  }

  /** When the next one is due; {@code Long.MAX_VALUE} if there is none. */
  long next() {
    return next;
  }

  @Nullable Expiry first() {
    List<Expiry> first = new ArrayList<>(1);
    pages.scan(PageKey.EXPIRIES, (key, page) -> first.add(PageKey.expiry(key)) && false);
    return first.isEmpty() ? null : first.get(0);
  }

  void add(Expiry expiry) {
    pages.put(PageKey.expiry(expiry), PageForm.write(out -> {}));
    next = Math.min(next, expiry.at());
  }

  void remove(Expiry expiry) {
    pages.remove(PageKey.expiry(expiry));
    next = nextInPages();
  }

  private long nextInPages() {
    Expiry first = first();
    return first == null ? Long.MAX_VALUE : first.at();
  }
}

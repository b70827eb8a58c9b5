package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.ledger.Entry.Original;
import org.jspecify.annotations.Nullable;

/** What a correction corrects. */
@JsonPropertyOrder({"entry", "document"})
record OriginalForm(long entry, @Nullable String document) {

  static @Nullable OriginalForm of(@Nullable Original original) {
    return original == null ? null : new OriginalForm(original.entry(), original.document());
  }

  static @Nullable Original original(@Nullable OriginalForm form) {
    return form == null ? null : new Original(form.entry, form.document);
  }
}

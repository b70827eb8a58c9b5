package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SubjectKeyring;
import java.util.List;

/** Gives the keys of partners. Safe for many threads. */
public interface KeyProvider {

  /**
   * A partner's keys, as they are now.
   *
   * @throws KeyException if the partner has none, or one of them cannot be opened
   */
  PartnerKeys partner(String partner);

  /**
   * The owner's keys for the keys of subjects.
   *
   * @throws KeyException if there are none
   */
  default SubjectKeyring subjects() {
    throw new KeyException(KeyException.Kind.MISSING, "there are no keys for subjects' keys here");
  }

  /** All keys of all partners, by partner and use. */
  List<KeyEntry> list();
}

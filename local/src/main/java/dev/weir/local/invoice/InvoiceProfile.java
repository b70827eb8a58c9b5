package dev.weir.local.invoice;

import org.mustangproject.ZUGFeRD.Profile;
import org.mustangproject.ZUGFeRD.Profiles;

/** Which rules an invoice keeps. */
public enum InvoiceProfile {
  /** The European norm; ZUGFeRD and Factur-X have it under the same name. */
  EN16931,
  /** Germany's rules for invoices to public bodies, which ask for more. */
  XRECHNUNG;

  Profile profile() {
    return Profiles.getByName(name());
  }

  /** {@code en16931}, {@code xrechnung}. */
  @Override
  public String toString() {
    return this == EN16931 ? "en16931" : "xrechnung";
  }
}

package dev.weir.config.agreement;

import dev.weir.config.bind.Form;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Terms;
import dev.weir.config.dpv.Dpv;
import java.util.Optional;
import java.util.Set;

/** Terms of the Data Privacy Vocabulary. */
final class DpvForms {

  private static final String CONSENT = "Consent";
  private static final Dpv DPV = Dpv.load();

  static final Form<String> PURPOSE =
      Scalars.term("a purpose of DPV " + DPV.version(), DPV.purposes());

  /** Every basis that is a kind of consent ends so. */
  static final Form<String> LEGAL_BASIS =
      new Terms<>(
          Scalars.term("a legal basis of DPV " + DPV.version(), DPV.legalBases()),
          Set.of(CONSENT),
          text -> Optional.of(CONSENT).filter(text::endsWith));

  private DpvForms() {}
}

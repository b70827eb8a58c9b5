package dev.weir.local.invoice;

import dev.weir.config.agreement.Header;
import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Misfit;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalar;
import dev.weir.config.bind.Scalars;
import dev.weir.local.invoice.Seller.Bank;
import dev.weir.local.invoice.Seller.Contact;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files of sellers and buyers may say. All that lacks is told at once. */
final class PartyForms {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);
  private static final int LETTER_FROM = 10;
  private static final int IBAN_HEAD = 4;

  private static final Scalar<String> EMAIL =
      Scalars.text("an e-mail address", "[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Scalar<String> VAT_ID =
      Scalars.text(
          "a VAT number with its country's letters in front, as DE123456789",
          "[A-Z]{2}[0-9A-Za-z+*]{2,13}");
  private static final Scalar<String> COUNTRY =
      Scalars.term("a country by ISO 3166-1, as DE", COUNTRIES);
  private static final Scalar<String> BIC =
      Scalars.text("a BIC, of 8 or 11 characters", "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

  private static final Form<Address> ADDRESS =
      Block.of(Address.class)
          .placeholder("street", "")
          .with("postCode", Scalars.VALUE)
          .placeholder("city", "")
          .with("country", COUNTRY)
          .placeholder("country", "");
  private static final Form<Contact> CONTACT =
      Block.of(Contact.class).with("phone", Scalars.VALUE).with("email", EMAIL);
  private static final Form<Bank> BANK = Block.of(Bank.class).with("iban", iban()).with("bic", BIC);

  private static final Block<Seller> SELLER =
      Block.of(Seller.class)
          .with("apiVersion", Header.API_VERSION)
          .placeholder("apiVersion", "")
          .with("kind", Header.only("Seller"))
          .placeholder("kind", "")
          .placeholder("name", "")
          .with("address", ADDRESS)
          .placeholder("address", Address.NONE)
          .with("vatId", VAT_ID)
          .placeholder("vatId", "")
          .with("email", EMAIL)
          .with("contact", CONTACT)
          .with("bank", BANK);
  private static final Block<Buyer> BUYER =
      Block.of(Buyer.class)
          .with("apiVersion", Header.API_VERSION)
          .placeholder("apiVersion", "")
          .with("kind", Header.only("Buyer"))
          .placeholder("kind", "")
          .placeholder("name", "")
          .with("address", ADDRESS)
          .placeholder("address", Address.NONE)
          .with("vatId", VAT_ID)
          .with("reference", Scalars.VALUE)
          .with("email", EMAIL);

  private PartyForms() {}

  static Form<Seller> seller(InvoiceProfile profile) {
    return profile == InvoiceProfile.EN16931 ? SELLER : SELLER.checked(PartyForms::toPublic);
  }

  private static void toPublic(Seller seller, Part part) {
    postCode(seller.address(), part);
    asked(part, "email", seller.email(), "where electronic answers go");
    asked(part, "contact", seller.contact(), "{name: …, phone: …, email: …}");
    asked(part, "bank", seller.bank(), "{iban: …}");
  }

  /**
   * @param tax null where it is not known yet
   */
  static Form<Buyer> buyer(InvoiceProfile profile, @Nullable Tax tax) {
    return BUYER.checked(
        (buyer, part) -> {
          if (tax != null && tax.category() == Tax.Category.AE) {
            asked(part, "vatId", buyer.vatId(), "the buyer owes the tax and is known by it");
          }
          if (profile == InvoiceProfile.XRECHNUNG) {
            postCode(buyer.address(), part);
            asked(part, "reference", buyer.reference(), "a Leitweg-ID");
            asked(part, "email", buyer.email(), "where the invoice goes");
          }
        });
  }

  private static void postCode(Address address, Part part) {
    Part there = part.key("address");
    if (there != part) {
      asked(there, "postCode", address.postCode(), "20457");
    }
  }

  private static void asked(Part part, String key, @Nullable Object value, String example) {
    if (value == null && part.key(key) == part) {
      part.note(
          BindRule.MISSING_KEY,
          "The key " + key + " is missing, which such an invoice has",
          "Write " + key + ": " + example);
    }
  }

  /** ISO 13616, with or without spaces. */
  private static Scalar<String> iban() {
    Scalar<String> text = Scalars.text("an IBAN", "[A-Z]{2}[0-9]{2}( ?[A-Z0-9]){11,30}");
    return new Scalar<>(
        text.asked(),
        text.kinds(),
        written -> {
          String iban = text.parser().parse(written).replace(" ", "");
          if (!isChecked(iban)) {
            throw new Misfit(
                BindRule.MALFORMED, "The check digits are not those of this IBAN", "Look it up");
          }
          return iban;
        },
        text.schema());
  }

  private static boolean isChecked(String iban) {
    StringBuilder digits = new StringBuilder();
    String turned = iban.substring(IBAN_HEAD) + iban.substring(0, IBAN_HEAD);
    for (char c : turned.toCharArray()) {
      digits.append(c <= '9' ? c - '0' : c - 'A' + LETTER_FROM);
    }
    return new BigInteger(digits.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
  }
}

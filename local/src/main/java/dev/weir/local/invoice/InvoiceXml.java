package dev.weir.local.invoice;

import dev.weir.local.invoice.BilledDocument.Preceding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;

/** A document as UN/CEFACT Cross Industry Invoice, written by Mustang. */
final class InvoiceXml {

  private static final String INVOICE = "380";
  private static final String CREDIT_NOTE = "381";

  private InvoiceXml() {}

  /**
   * The XML, in UTF-8.
   *
   * @throws IllegalStateException if Mustang's sums were others than the books'
   */
  static byte[] of(BilledDocument document, InvoiceTerms terms) {
    Invoice invoice = invoice(document, terms);
    same(document, new TransactionCalculator(invoice));
    ZUGFeRD2PullProvider xml = new ZUGFeRD2PullProvider();
    xml.setProfile(terms.profile().profile());
    xml.generateXML(invoice);
    return xml.getXML();
  }

  private static void same(BilledDocument document, TransactionCalculator sums) {
    if (sums.getTaxBasis().compareTo(document.net().amount()) != 0
        || sums.getGrandTotal().compareTo(document.gross().amount()) != 0) {
      throw new IllegalStateException(document.title() + " would not have the books' sum");
    }
  }

  private static Invoice invoice(BilledDocument document, InvoiceTerms terms) {
    Invoice invoice =
        new Invoice()
            .setNumber(document.number())
            .setDocumentCode(document.credit() ? CREDIT_NOTE : INVOICE)
            .setIssueDate(date(document.issued()))
            .setDueDate(date(terms.due()))
            .setPaymentTermDescription(InvoiceWords.due(document, terms))
            .setDetailedDeliveryPeriod(date(document.from()), date(document.to()))
            .setCurrency(document.net().currency().getCurrencyCode())
            .setSender(seller(terms.seller(), document))
            .setRecipient(buyer(terms.buyer()))
            .setReferenceNumber(terms.buyer().reference());
    for (Preceding one : document.preceding()) {
      invoice.addInvoiceReferencedDocument(
          new ReferencedDocument(one.number(), date(one.issued())));
    }
    document.lines().forEach(line -> invoice.addItem(item(line, terms.tax())));
    return invoice;
  }

  private static TradeParty seller(Seller seller, BilledDocument document) {
    TradeParty party = party(seller.name(), seller.address(), seller.vatId(), seller.email());
    Seller.Contact contact = seller.contact();
    if (contact != null) {
      party.setContact(new Contact(contact.name(), contact.phone(), contact.email()));
    }
    Seller.Bank bank = seller.bank();
    if (bank != null) {
      party.addBankDetails(bank(bank, document));
    }
    return party;
  }

  private static BankDetails bank(Seller.Bank bank, BilledDocument document) {
    String currency = document.net().currency().getCurrencyCode();
    BankDetails details =
        new BankDetails(bank.iban())
            .setPaymentMeansCode(currency.equals("EUR") ? "58" : "30") // SEPA; credit transfer
            .setPaymentMeansInformation("Credit transfer");
    return bank.bic() == null ? details : details.setBIC(bank.bic());
  }

  private static TradeParty buyer(Buyer buyer) {
    return party(buyer.name(), buyer.address(), buyer.vatId(), buyer.email());
  }

  private static TradeParty party(
      String name, Address address, @Nullable String vatId, @Nullable String email) {
    TradeParty party =
        new TradeParty(
            name, address.street(), address.postCode(), address.city(), address.country());
    if (vatId != null) {
      party.addVATID(vatId);
    }
    return email == null ? party : party.setEmail(email);
  }

  private static Item item(BilledLine line, Tax tax) {
    Product product =
        new Product(line.name(), line.description(), line.unit().code(), tax.percent())
            .setTaxCategoryCode(tax.category().name());
    if (tax.reason() != null) {
      product.setTaxExemptionReason(tax.reason());
    }
    return new Item(product, line.price(), line.quantity())
        .setId(Long.toString(line.entry()))
        .setBasisQuantity(BigDecimal.ONE)
        .setDetailedDeliveryPeriod(date(line.from()), date(line.to()));
  }

  /** Mustang writes the day that it is in this process's zone. */
  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }
}

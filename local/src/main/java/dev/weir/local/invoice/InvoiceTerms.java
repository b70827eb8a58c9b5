package dev.weir.local.invoice;

import java.time.LocalDate;

/**
 * What makes an invoice of a statement's document.
 *
 * @param due when it is to be paid at the latest
 */
public record InvoiceTerms(
    Seller seller, Buyer buyer, Tax tax, LocalDate due, InvoiceProfile profile) {}

/**
 * Invoices: the documents of a statement with the parties, the tax and the day of payment that EN
 * 16931 asks for, as XML (UN/CEFACT Cross Industry Invoice) and as PDF/A-3 that holds it (ZUGFeRD,
 * Factur-X; XRechnung). Numbers and amounts are the books'; nothing is written that the standard's
 * own rules refuse. Does not read books, and keeps nothing.
 */
@NullMarked
package dev.weir.local.invoice;

import org.jspecify.annotations.NullMarked;

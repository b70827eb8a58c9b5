package dev.weir.local.invoice;

import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of an invoice (EN 16931: BG-25).
 *
 * @param entry its number in the ledger, and on the invoice
 * @param price of one unit, at least 0
 * @param amount quantity times price, rounded once
 * @param to the last day
 */
record BilledLine(
    long entry,
    String name,
    String description,
    BigDecimal quantity,
    BilledUnit unit,
    BigDecimal price,
    Money amount,
    LocalDate from,
    LocalDate to) {}

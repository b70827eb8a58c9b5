package dev.weir.operators.statistics;

import dev.weir.privacy.ledger.Charge;

/**
 * A window that was charged.
 *
 * @param drawn whether this state drew it; else the ledger's topic or file alone knows of it, and
 *     it is never drawn here
 */
public record Charged(Charge charge, boolean drawn) {}

package dev.weir.metering.reconcile;

import dev.weir.metering.usage.AgreementRef;

/**
 * A release over the period.
 *
 * @param minutes in which something was delivered or metered
 * @param differing of them, those that do not agree
 * @param gone of them, those that the topic no longer has
 * @param pending of them, those on which a job may still be at work
 */
public record ReleaseRow(
    String partner,
    AgreementRef agreement,
    String release,
    Count delivered,
    Count metered,
    int minutes,
    int differing,
    int gone,
    int pending) {}

package dev.weir.config.agreement;

/**
 * What one person may add.
 *
 * @param records in one window, over all groups; at least 1, as all of them
 * @param groups in one window
 * @param windows in one period of the budget
 */
public record PerSubject(int records, int groups, int windows) {}

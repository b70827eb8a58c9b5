package dev.weir.privacy.opendp;

/**
 * Groups that passed a threshold, in no order.
 *
 * @param keys of those that passed
 * @param values of theirs, with noise, in the order of {@code keys}
 * @param loss ε of Laplace noise, ρ of Gaussian noise (zCDP)
 * @param delta the chance with which a group may give away that one person is in it
 */
public record Discovered(long[] keys, long[] values, double loss, double delta) {}

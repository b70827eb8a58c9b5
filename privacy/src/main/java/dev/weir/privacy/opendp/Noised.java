package dev.weir.privacy.opendp;

/**
 * A release: the values with their noise, and what it costs.
 *
 * @param values never null; may be released
 * @param loss ε of Laplace noise, ρ of Gaussian noise (zCDP); above 0, finite, rounded up
 */
public record Noised(long[] values, double loss) {}

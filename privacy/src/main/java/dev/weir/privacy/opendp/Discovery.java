package dev.weir.privacy.opendp;

/**
 * How groups are discovered, and what one person may change.
 *
 * @param scale of the noise on each group's value: 0.25 to 2^55
 * @param threshold groups whose noised value is at least this are released; more than {@code each}
 *     by more than 1
 * @param groups how many groups a person may be in, at least 1
 * @param norm what a person changes over all groups: L1 for Laplace noise, L2 for Gaussian noise
 * @param each what a person changes in one group at most
 */
public record Discovery(double scale, long threshold, int groups, double norm, double each) {}

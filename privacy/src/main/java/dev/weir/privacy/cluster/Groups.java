package dev.weir.privacy.cluster;

import java.util.List;

/**
 * Members by their place in the list that was given.
 *
 * @param groups each meets the guarantee
 * @param leftOver those in no group
 */
public record Groups(List<List<Integer>> groups, List<Integer> leftOver) {}

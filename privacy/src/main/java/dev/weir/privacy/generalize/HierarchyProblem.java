package dev.weir.privacy.generalize;

/**
 * What is wrong with one cell of a hierarchy's file.
 *
 * @param line from 1; 0 for the whole file
 * @param cell from 1; 0 for the whole line
 * @param message a sentence without its full stop; never a value
 * @param mend a sentence without its full stop
 */
public record HierarchyProblem(long line, int cell, String message, String mend) {}

/**
 * Commands to a running job: how far the log is obeyed is agreed between all subtasks, checkpoint
 * by checkpoint; what follows from the commands is state; functions are told of it between two
 * records. What is made of a command is the function's business; where the log is, is not known
 * here. See docs/decisions/0050.
 */
@NullMarked
package dev.weir.operators.control;

import org.jspecify.annotations.NullMarked;

package dev.weir.tokenization.control;

import java.time.Instant;

/**
 * A command with what makes it one of a kind.
 *
 * @param gateway id of the only gateway that obeys it
 * @param sequence above that of every command before it, from 1
 * @param issuedAt to the second
 * @param by who signed it, for the record
 */
public record Order(String gateway, long sequence, Instant issuedAt, String by, Command command) {}

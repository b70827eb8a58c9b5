/**
 * Forms of the language: what may stand at a place. From one description of a form come the value
 * that is read, every problem with its place, the JSON Schema for editors, and the list of all
 * terms that a build enforces or refuses.
 *
 * <p>Knows YAML trees and problems; no file, and nothing of what the language is about.
 */
@NullMarked
package dev.weir.config.bind;

import org.jspecify.annotations.NullMarked;

/**
 * AWS Key Management Service behind Tink's interfaces, by Amazon's own client. The form is that of
 * Tink's integration ({@code tink-awskms}), so that either opens what the other has encrypted; of
 * that, the versions that can be had stand on a client that Amazon no longer maintains.
 *
 * <p>Sends only what it is asked to encrypt or decrypt and its binding, and repeats nothing of an
 * answer in a message.
 */
@NullMarked
package dev.weir.tokenization.aws;

import org.jspecify.annotations.NullMarked;

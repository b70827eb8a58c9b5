package dev.weir.tokenization.control;

import dev.weir.tokenization.keys.KeyName;

/** What a gateway is told to do. Each takes effect at a checkpoint, and for good. */
public sealed interface Command {

  /**
   * New tokens of that partner and use are made with this key from now on. Tokens of the former key
   * can be read as before.
   *
   * @param fingerprint of the key, so that another key under the same id is not taken for it
   */
  record KeyVersion(KeyName key, String fingerprint) implements Command {
    @Override
    public String word() {
      return "key-version";
    }
  }

  /** Nothing is made with that key, until it is enabled again. */
  record KeyDisable(KeyName key) implements Command {
    @Override
    public String word() {
      return "key-disable";
    }
  }

  /** Takes a {@link KeyDisable} back. */
  record KeyEnable(KeyName key) implements Command {
    @Override
    public String word() {
      return "key-enable";
    }
  }

  /**
   * That key is gone, whatever older state or keyset still names it. Nothing takes this back.
   *
   * @param fingerprint of the key, by which a copy of it is known
   */
  record KeyDestroy(KeyName key, String fingerprint) implements Command {
    @Override
    public String word() {
      return "key-destroy";
    }
  }

  /**
   * What is remembered of a subject is forgotten.
   *
   * @param product id of the product that the subject is of
   * @param subject the name that the subject is remembered under, 32 hex digits; never its value:
   *     the log is kept for ever
   */
  record PurgeSubject(String product, String subject) implements Command {
    @Override
    public String word() {
      return "purge-subject";
    }
  }

  /** As the log has it. */
  String word();
}

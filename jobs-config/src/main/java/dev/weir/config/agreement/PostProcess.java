package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is done to noisy figures for the reader's sake. */
public enum PostProcess {
  NON_NEGATIVE("nonNegative"),
  ROUND("round"),
  CONSISTENT("consistent");

  private final String word;

  PostProcess(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}

package dev.weir.jobs.replay;

/** Why a dead letter was not tried again at all. It stays as it is. */
public enum Unworked {
  NO_PAYLOAD(
      "hold no payload: the gateway had no deadLetters.publicKey then, or the topic took no letter"
          + " of that size. The records stand in the source at the letters' coordinates"),
  NOT_OPENED("hold a payload that the key does not open: it was sealed to another, or changed"),
  NO_RELEASE("are of a release that the gateway no longer has"),
  OTHER_SOURCE("are of another source than the gateway reads the product from"),
  NO_EVENT_TIME(
      "were refused in decode, and the product has no field with eventTime: whether they fall into"
          + " an agreement's period cannot be judged"),
  UNREADABLE("are no dead letters of Weir");

  private final String text;

  Unworked(String text) {
    this.text = text;
  }

  /** As it goes on after their number. */
  public String text() {
    return text;
  }
}

package dev.weir.config.gateway;

/** A client's property: as it stands, or a secret by reference. */
public sealed interface Setting {

  record Plain(String value) implements Setting {
    /** Not the value, which may be a secret that somebody has written down after all. */
    @Override
    public String toString() {
      return "Plain";
    }
  }

  record Secret(SecretRef reference) implements Setting {}
}

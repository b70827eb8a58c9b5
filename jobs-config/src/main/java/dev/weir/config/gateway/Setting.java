package dev.weir.config.gateway;

/** A client's property: as it stands, or a secret by reference. */
public sealed interface Setting {

  record Plain(String value) implements Setting {}

  record Secret(SecretRef reference) implements Setting {}
}

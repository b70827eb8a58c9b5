package dev.weir.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailureWordsTest {

  @Test
  void failures_areSaidInWords_withoutWhatTheySayThemselves() {
    assertThat(FailureWords.of(new NoSuchFileException("SECRET"))).isEqualTo("no such file");
    assertThat(FailureWords.of(new AccessDeniedException("SECRET"))).isEqualTo("access denied");
    assertThat(FailureWords.of(new IOException("SECRET"))).isEqualTo("reading or writing failed");
    assertThat(FailureWords.of(new ConnectException("SECRET"))).isEqualTo("no connection");
    assertThat(FailureWords.of(new SSLHandshakeException("SECRET"))).isEqualTo("ssl handshake");
    assertThat(FailureWords.of(new OutOfMemoryError("SECRET"))).isEqualTo("out of memory");
  }
}

package dev.weir.local.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinglingOutTest {

  private final SinglingOut sample = new SinglingOut(release());

  @Test
  void personOfARowThatNobodyShares_isSingledOut() throws IOException {
    add("ann", "{\"who\":\"t1\",\"zip\":\"10\",\"items\":[]}");
    add("bob", "{\"who\":\"t2\",\"zip\":\"10\",\"items\":[]}");
    add("cleo", "{\"who\":\"t3\",\"zip\":\"20\",\"items\":[]}");
    assertThat(sample.people()).isEqualTo(3);
    assertThat(sample.singledOut()).isEqualTo(1);
  }

  @Test
  void oneRareRow_isEnough() throws IOException {
    add("ann", "{\"who\":\"t1\",\"zip\":\"10\"}");
    add("bob", "{\"who\":\"t2\",\"zip\":\"10\"}");
    add("ann", "{\"who\":\"t1\",\"zip\":\"99\"}");
    add("ann", "{\"who\":\"t1\",\"zip\":\"99\"}");
    assertThat(sample.singledOut()).isEqualTo(1);
  }

  @Test
  void tokensAlone_singleNobodyOut() throws IOException {
    add("ann", "{\"who\":\"t1\",\"zip\":\"10\",\"items\":[{\"sku\":\"a\",\"tag\":\"t7\"}]}");
    add("bob", "{\"who\":\"t2\",\"zip\":\"10\",\"items\":[{\"sku\":\"a\",\"tag\":\"t8\"}]}");
    assertThat(sample.singledOut()).isZero();
  }

  @Test
  void absentAndNull_areNotTheSame() throws IOException {
    add("ann", "{\"who\":\"t1\",\"zip\":null}");
    add("bob", "{\"who\":\"t2\"}");
    assertThat(sample.singledOut()).isEqualTo(2);
  }

  @Test
  void valuesOfNeighbouringFields_doNotRunTogether() throws IOException {
    add("ann", "{\"zip\":\"1\",\"items\":[{\"sku\":\"2\"},{\"sku\":\"3\"}]}");
    add("bob", "{\"zip\":\"1\",\"items\":[{\"sku\":\"2\\n\\\"3\"}]}");
    assertThat(sample.singledOut()).isEqualTo(2);
  }

  private void add(String subject, String released) throws IOException {
    sample.add(subject, released.getBytes(UTF_8));
  }

  private static ReleasePlan release() {
    Output.Fields item = new Output.Fields(List.of(field("sku", keep()), field("tag", token())));
    Output.Fields output =
        new Output.Fields(
            List.of(
                field("who", token()),
                field("zip", keep()),
                new Output.Field("items", false, new Output.Items(item))));
    return new ReleasePlan(
        "a",
        "1.0.0",
        "p",
        "r",
        "records",
        "t",
        "active",
        "2026-01-01T00:00:00Z",
        "2027-01-01T00:00:00Z",
        null,
        null,
        null,
        List.of(),
        null,
        output,
        List.of(),
        null,
        "0");
  }

  private static Output.Field field(String name, Step step) {
    LogicalType string = LogicalType.STRING;
    return new Output.Field(name, false, new Output.Leaf(FieldPath.of(name), string, string, step));
  }

  private static Step keep() {
    return new Step.Keep();
  }

  private static Step token() {
    return new Step.Tokenize(
        TokenScheme.ONE_WAY,
        new Step.KeyRef("p", "one-way"),
        new Step.TokenContext("one-way", "agreement:a", "d"),
        null);
  }
}

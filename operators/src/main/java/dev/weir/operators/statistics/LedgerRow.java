package dev.weir.operators.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.plan.BudgetPlan;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Span;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A charge as the ledger's topic and file have it: one for each window, JSON, without anything that
 * depends on data.
 *
 * @param budget of the period when the window was charged
 * @param committed whether its transaction was, in which the window's rows left too; not in JSON
 */
public record LedgerRow(Charge charge, BudgetPlan budget, boolean committed)
    implements Serializable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One that was committed, or is to be. */
  public LedgerRow(Charge charge, BudgetPlan budget) {
    this(charge, budget, true);
  }

  /** The same, of a transaction that was taken back or is open. */
  public LedgerRow uncommitted() {
    return new LedgerRow(charge, budget, false);
  }

  /** Of the topic, which is compacted: the same for every charge of a window. */
  public String key() {
    return charge.account().release()
        + "|"
        + Instant.ofEpochMilli(charge.window().from())
        + "|"
        + Instant.ofEpochMilli(charge.window().to());
  }

  /** On one line, without a break. */
  public byte[] json() {
    Account account = charge.account();
    ObjectNode row = JSON.createObjectNode();
    row.put("release", account.release());
    row.put("partner", account.partner());
    row.put("product", account.product());
    row.set("period", span(account.period()));
    row.set("window", span(charge.window()));
    row.put("terms", charge.terms());
    row.put("windows", charge.windows());
    row.put("rho", charge.rho().value());
    row.put("delta", charge.delta());
    ObjectNode promised = row.putObject("budget");
    promised.put("epsilon", budget.epsilon());
    promised.put("delta", budget.delta());
    promised.put("per", budget.per());
    return row.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode span(Span span) {
    return JSON.createObjectNode()
        .put("from", Instant.ofEpochMilli(span.from()).toString())
        .put("to", Instant.ofEpochMilli(span.to()).toString());
  }

  /**
   * A row as {@link #json} has written it.
   *
   * @throws IllegalArgumentException if it is none: what was spent is not known then
   */
  public static LedgerRow parse(byte[] json) {
    try {
      return of(JSON.readTree(new String(json, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | DateTimeException | NullPointerException noRow) {
      throw new IllegalArgumentException("not a row of a ledger", noRow);
    }
  }

  private static LedgerRow of(JsonNode row) {
    Account account =
        new Account(
            text(row, "product"), text(row, "partner"), text(row, "release"), span(row, "period"));
    Charge charge =
        new Charge(
            account,
            span(row, "window"),
            text(row, "terms"),
            row.required("windows").asInt(),
            new Rho(row.required("rho").asDouble(Double.NaN)),
            row.required("delta").asDouble(Double.NaN));
    JsonNode budget = row.required("budget");
    return new LedgerRow(
        charge,
        new BudgetPlan(
            new BigDecimal(text(budget, "epsilon")),
            new BigDecimal(text(budget, "delta")),
            text(budget, "per")));
  }

  private static String text(JsonNode row, String name) {
    return row.required(name).asText();
  }

  private static Span span(JsonNode row, String name) {
    JsonNode span = row.required(name);
    return new Span(
        Instant.parse(text(span, "from")).toEpochMilli(),
        Instant.parse(text(span, "to")).toEpochMilli());
  }
}

package dev.weir.local.draft.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.product.PrivacyRole;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.values.LeafCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalsTest {

  private static DraftField text(String name) {
    return DraftField.leaf(name, LogicalType.STRING, true);
  }

  private static Map<FieldPath, Proposal> of(String object, DraftField... fields) {
    return Proposals.of(new DraftObject(object, List.of(fields)));
  }

  private static Proposal one(Map<FieldPath, Proposal> proposals, String... path) {
    return Objects.requireNonNull(proposals.get(FieldPath.of(path)));
  }

  private static PrivacyRole role(String name, LogicalType type) {
    DraftField field = DraftField.leaf(name, type, true);
    // beside a subject, so that a second key is judged as one that is not the subject
    return one(of("thing", text("customer_id"), field), name).role();
  }

  @ParameterizedTest
  @CsvSource({
    "firstName, identifier",
    "VORNAME, identifier",
    "nom_de_famille, identifier",
    "Apellidos, identifier",
    "achternaam, identifier",
    "e-mail, identifier",
    "courriel, identifier",
    "correoElectronico, identifier",
    "Telefonnummer, identifier",
    "téléphone, identifier",
    "telefoonnummer, identifier",
    "móvil, identifier",
    "straße, identifier",
    "huisnummer, identifier",
    "Steuer-ID, identifier",
    "numero_securite_sociale, identifier",
    "dni, identifier",
    "bsn, identifier",
    "IBAN, identifier",
    "Kontonummer, identifier",
    "comments, identifier",
    "Bemerkungen, identifier",
    "imei, identifier",
    "order_id, identifier",
    "Geburtsdatum, quasi-identifier",
    "date_de_naissance, quasi-identifier",
    "fechaNacimiento, quasi-identifier",
    "geboortedatum, quasi-identifier",
    "PLZ, quasi-identifier",
    "code_postal, quasi-identifier",
    "código_postal, quasi-identifier",
    "geslacht, quasi-identifier",
    "Familienstand, quasi-identifier",
    "Beruf, quasi-identifier",
    "Nationalität, quasi-identifier",
    "native_country, quasi-identifier",
    "Diagnose, sensitive",
    "médicament, sensitive",
    "religion, sensitive",
    "Gehalt, sensitive",
    "salario, sensitive",
    "merchantCategory, sensitive",
    "currency, public",
    "Währung, public",
    "xqzt, identifier"
  })
  void namesOfSeveralLanguages_sayTheirRole(String name, String role) {
    assertThat(role(name, LogicalType.STRING).word()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "phone_bill_amount, NUMBER, sensitive",
    "email_verified, BOOLEAN, quasi-identifier",
    "heart_rate, INTEGER, sensitive",
    "xqzt, NUMBER, quasi-identifier",
    "created, TIMESTAMP, quasi-identifier",
    "age, INTEGER, quasi-identifier"
  })
  void typeNarrowsWhatANameSays(String name, LogicalType type, String role) {
    assertThat(role(name, type).word()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "health, patient_id doctor_id id, patient_id",
    "cdr, call_id msisdn imei cell_id, msisdn",
    "staff, EmployeeID managerId department, EmployeeID",
    "telemetry, device_id firmware ts, device_id",
    "vertrag, Vertragsnummer Kundennummer Tarif, Kundennummer",
    "commande, id_commande id_client montant, id_client",
    "pedidos, pedido codigo_cliente, codigo_cliente",
    "orders, order_id klantnummer, klantnummer",
    "users, id name email, id",
    "events, account_id session_id user_id, user_id"
  })
  void onePersonsKeyIsTheSubject(String object, String names, String subject) {
    DraftField[] fields =
        Arrays.stream(names.split(" ")).map(n -> text(n)).toArray(DraftField[]::new);
    List<String> subjects =
        of(object, fields).entrySet().stream()
            .filter(entry -> entry.getValue().role() == PrivacyRole.SUBJECT)
            .map(entry -> entry.getKey().toString())
            .toList();
    assertThat(subjects).containsExactly(subject);
  }

  @Test
  void recordWithoutAPersonsKey_hasNoSubject() {
    assertThat(of("sales", text("order_id"), text("card_number"), text("email")).values())
        .noneMatch(proposal -> proposal.role() == PrivacyRole.SUBJECT);
  }

  @Test
  void countryOfThePerson_isTheJurisdictionAndNoOther() {
    DraftField home = DraftField.object("address", true, List.of(text("country")));
    DraftField shop = DraftField.object("merchant", true, List.of(text("country")));
    Map<FieldPath, Proposal> proposals = of("p", shop, text("birth_country"), home);
    assertThat(one(proposals, "address", "country").role()).isEqualTo(PrivacyRole.JURISDICTION);
    assertThat(one(proposals, "merchant", "country").role())
        .isEqualTo(PrivacyRole.QUASI_IDENTIFIER);
    assertThat(one(proposals, "birth_country").role()).isEqualTo(PrivacyRole.QUASI_IDENTIFIER);
  }

  private static PrivacyRole byValues(Stream<String> values) {
    LeafCounts counts = new LeafCounts("xqzt", false);
    values.forEach(counts::string);
    DraftField field =
        new DraftField(
            "xqzt", counts.type(), null, true, null, null, counts.evidence(), List.of(), null);
    return one(of("thing", field), "xqzt").role();
  }

  private static Stream<String> many(String form) {
    return IntStream.range(100, 400).mapToObj(i -> String.format(form, i));
  }

  private static Stream<String> recurring(String... values) {
    return IntStream.range(0, 300).mapToObj(i -> values[i % values.length]);
  }

  @Test
  void valuesSayARole_whateverTheName() {
    assertThat(byValues(many("u%d@example.com"))).isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("DE89370400440532013000", "none")))
        .isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("4111111111111111", "5555555555554444")))
        .isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("10.0.0.1", "10.0.0.2"))).isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("2001:db8::1", "fe80::1"))).isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("+49 151 2345678", "0351 123456")))
        .isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("123e4567-e89b-12d3-a456-426614174000")))
        .isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("078-05-1120", "219-09-9999"))).isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(many("code %d"))).isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("she said that it hurts", "he is well again now")))
        .isEqualTo(PrivacyRole.IDENTIFIER);
    assertThat(byValues(recurring("DE", "FR", "NL"))).isEqualTo(PrivacyRole.QUASI_IDENTIFIER);
    assertThat(byValues(recurring("red", "green"))).isEqualTo(PrivacyRole.QUASI_IDENTIFIER);
    assertThat(byValues(recurring("1950-01-01", "1999-12-31")))
        .isEqualTo(PrivacyRole.QUASI_IDENTIFIER);
  }

  @Test
  void valuesRaiseWhatTheNameSays() {
    LeafCounts counts = new LeafCounts("category", false);
    recurring("books", "anna@example.com").forEach(counts::string);
    DraftField field =
        new DraftField(
            "category",
            LogicalType.STRING,
            null,
            true,
            null,
            null,
            counts.evidence(),
            List.of(),
            null);
    assertThat(one(of("thing", field), "category").role()).isEqualTo(PrivacyRole.IDENTIFIER);
  }

  @Test
  void reasons_holdNoValue() {
    LeafCounts counts = new LeafCounts("x", false);
    recurring("anna@example.com", "ben@example.com").forEach(counts::string);
    DraftField field =
        new DraftField(
            "x", LogicalType.STRING, null, true, null, null, counts.evidence(), List.of(), null);
    assertThat(one(of("thing", field), "x").reason()).contains("e-mail").doesNotContain("@");
  }
}

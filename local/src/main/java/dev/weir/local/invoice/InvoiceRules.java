package dev.weir.local.invoice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.TransformerFactoryImpl;
import org.mustangproject.validator.ESeverity;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The standard's own rules, as Mustang's validator carries them: the schema of the Cross Industry
 * Invoice, CEN's Schematron for EN 16931, that of Factur-X, and KoSIT's for XRechnung. Reading them
 * takes seconds, once.
 */
final class InvoiceRules {

  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final Set<String> NO_ERROR = Set.of("warning", "information");

  private static final String SCHEMA = "/schema/ZF_250/EN16931/FACTUR-X_EN16931.xsd";
  private static final Map<InvoiceProfile, List<String>> SCHEMATRON =
      Map.of(
          InvoiceProfile.EN16931,
          List.of(
              "/xslt/ZF_250/FACTUR-X_EN16931.xslt",
              "/xslt/en16931schematron/EN16931-CII-validation.xslt"),
          InvoiceProfile.XRECHNUNG,
          List.of(
              "/xslt/en16931schematron/EN16931-CII-validation.xslt",
              "/xslt/XR_30/XRechnung-CII-validation.xslt"));

  private final Map<String, Templates> read = new HashMap<>();

  /**
   * Judges an invoice.
   *
   * @param xml in UTF-8
   * @throws InvoiceException if it breaks a rule; names each
   */
  void judge(byte[] xml, InvoiceProfile profile) {
    List<String> broken = new ArrayList<>();
    try {
      shape(xml, broken);
      for (String rules : Objects.requireNonNull(SCHEMATRON.get(profile))) {
        broken.addAll(failed(xml, rules));
      }
    } catch (SAXException | TransformerException | ParserConfigurationException e) {
      throw new IllegalStateException("the rules of invoices cannot be applied", e);
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    if (!broken.isEmpty()) {
      throw new InvoiceException(
          "It breaks rules of " + profile + ":\n" + String.join("\n", broken));
    }
  }

  private static void shape(byte[] xml, List<String> broken) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource(SCHEMA));
    try {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (SAXException misfit) {
      broken.add("[schema] the XML has not the standard's shape");
    }
  }

  private List<String> failed(byte[] xml, String rules)
      throws TransformerException, ParserConfigurationException, SAXException, IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Transformer transformer = rules(rules).newTransformer();
    transformer.setURIResolver((file, base) -> beside(rules, file));
    transformer.transform(
        new StreamSource(new ByteArrayInputStream(xml)), new StreamResult(report));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    NodeList asserts =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.toByteArray()))
            .getElementsByTagNameNS(SVRL, "failed-assert");
    List<String> failed = new ArrayList<>();
    for (int i = 0; i < asserts.getLength(); i++) {
      Element one = (Element) asserts.item(i);
      if (!NO_ERROR.contains(one.getAttribute("flag"))) {
        failed.add(one.getTextContent().strip().replaceAll("\\s+", " "));
      }
    }
    return failed;
  }

  private Templates rules(String name) throws TransformerException {
    Templates rules = read.get(name);
    if (rules == null) {
      TransformerFactoryImpl factory = new TransformerFactoryImpl();
      factory.setErrorListener(Unheard.WARNINGS);
      rules = factory.newTemplates(new StreamSource(resource(name).toString()));
      read.put(name, rules);
    }
    return rules;
  }

  /** Lists of codes lie beside the rules; nothing is loaded from elsewhere. */
  private static Source beside(String rules, String file) {
    return new StreamSource(
        resource(rules.substring(0, rules.lastIndexOf('/') + 1) + file).toString());
  }

  /** What the authors of the rules might have written better is nothing to our users. */
  private enum Unheard implements ErrorListener {
    WARNINGS;

    @Override
    public void warning(TransformerException said) {}

    @Override
    public void error(TransformerException said) throws TransformerException {
      throw said;
    }

    @Override
    public void fatalError(TransformerException said) throws TransformerException {
      throw said;
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(ESeverity.class.getResource(name), name);
  }
}

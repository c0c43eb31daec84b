package dev.schemend.parser.layout.liquibase;

import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a changelog in XML. Nothing outside of the file is read for it. */
final class ChangelogXml extends DefaultHandler {

  private static final int DEEPEST = 200;

  private final LineOffsets lines;
  private final Deque<Open> open = new ArrayDeque<>();
  private Locator locator;

  private ChangelogXml(SourceText file) {
    this.lines = new LineOffsets(file.text());
    open.push(new Open("document", Map.of(), 0));
  }

  private record Open(
      String name,
      Map<String, String> attributes,
      int offset,
      List<Element> children,
      StringBuilder text) {
    Open(String name, Map<String, String> attributes, int offset) {
      this(name, attributes, offset, new ArrayList<>(), new StringBuilder());
    }

    Element close() {
      return new Element(name, attributes, children, text.toString(), offset);
    }
  }

  /**
   * The root of a changelog, with what it is called below it.
   *
   * @throws MigrationSourceException where it is no XML
   */
  static Element read(SourceText file) {
    ChangelogXml handler = new ChangelogXml(file);
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      // Entities can name other files, and a few of them a text without end.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory
          .newSAXParser()
          .parse(new InputSource(new StringReader(withoutByteOrderMark(file.text()))), handler);
      return handler.open.pop().close();
    } catch (SAXParseException e) {
      throw new MigrationSourceException(
          Code.BAD_SETTINGS,
          file.name() + ":" + Math.max(1, e.getLineNumber()),
          "it cannot be read as a changelog: " + e.getMessage(),
          e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new MigrationSourceException(
          Code.BAD_SETTINGS, file.name(), "it cannot be read as a changelog", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  @Override
  public void setDocumentLocator(Locator where) {
    this.locator = where;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    if (open.size() > DEEPEST) {
      throw new SAXParseException("it is nested too deeply", locator);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      values.put(attributes.getLocalName(i), attributes.getValue(i));
    }
    int offset = lines.offset(locator.getLineNumber(), locator.getColumnNumber());
    open.push(new Open(localName, values, offset));
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    Element closed = open.pop().close();
    open.element().children().add(closed);
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    open.element().text().append(characters, start, length);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.summary;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A summary as the XML of JUnit, which CI systems read as the result of tests. */
final class JunitXml {
    private JunitXml() {}

    static String of(Summary summary) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", summary.command());
            xml.writeAttribute("tests", Integer.toString(summary.cases().size()));
            xml.writeAttribute("failures", Long.toString(summary.failures()));
            for (Summary.Case one : summary.cases()) {
                xml.writeStartElement("testcase");
                xml.writeAttribute("classname", summary.command());
                xml.writeAttribute("name", allowed(one.name()));
                xml.writeStartElement(one.passed() ? "system-out" : "failure");
                if (!one.passed()) {
                    xml.writeAttribute("message", allowed(one.sentence()));
                }
                xml.writeCharacters(allowed(one.sentence()));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeStartElement("system-out");
            xml.writeCharacters(allowed(String.join("\n", summary.notes())));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a writer in memory does not fail", impossible);
        }
        return text.append('\n').toString();
    }

    /** XML 1.0 cannot contain most control characters, not even escaped. */
    private static String allowed(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}

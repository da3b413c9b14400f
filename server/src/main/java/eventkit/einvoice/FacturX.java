package eventkit.einvoice;

import eventkit.core.ArchivePaper;

/** How a Factur-X carries its CII: under this name, as the alternative to the picture, and announced in the metadata. */
final class FacturX {
    private static final String METADATA = """
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>
            %s</rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>INVOICE</fx:DocumentType>
            <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version>
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
            </rdf:Description>
            """.formatted(
                    property("DocumentFileName", "The name of the embedded XML document")
                            + property("DocumentType", "The type of the hybrid document in capital letters")
                            + property("Version", "The version of the standard of the embedded XML document")
                            + property("ConformanceLevel", "The conformance level of the embedded XML document"));

    private FacturX() {}

    static ArchivePaper.Attachment attachment(byte[] cii) {
        return new ArchivePaper.Attachment(
                "factur-x.xml",
                "text/xml",
                ArchivePaper.Relationship.ALTERNATIVE,
                "The invoice as data (Factur-X, EN 16931)",
                cii,
                METADATA);
    }

    private static String property(String name, String description) {
        return "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + name
                + "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                + "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>" + description
                + "</pdfaProperty:description></rdf:li>\n";
    }
}

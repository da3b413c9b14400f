package eventkit.einvoice;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The rules as those who made them publish them: schema and Schematron of EN 16931 and Peppol, Factur-X and PDF/A by mustang and veraPDF. */
public final class OfficialRules {
    private static final String PEPPOL = "eu.peppol.bis3";
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = rules();

    private OfficialRules() {}

    private static ValidationExecutorSetRegistry<IValidationSourceXML> rules() {
        Locale.setDefault(Locale.ROOT);
        var rules = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(rules);
        PeppolValidation.initStandard(rules);
        return rules;
    }

    static List<String> ofEn16931Cii(byte[] xml) {
        return check(EN16931Validation.VID_CII_1316, xml);
    }

    static List<String> ofEn16931Ubl(byte[] xml, boolean credits) {
        return check(
                credits ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316 : EN16931Validation.VID_UBL_INVOICE_1316, xml);
    }

    static List<String> ofPeppol(byte[] xml, boolean credits) {
        var name = credits ? "creditnote" : "invoice";
        var newest = RULES.getAll().stream()
                .map(set -> set.getID())
                .filter(id ->
                        id.getGroupID().equals(PEPPOL) && id.getArtifactID().equals(name))
                .max(DVRCoordinate::compareTo)
                .orElseThrow();
        return check(newest, xml);
    }

    /** PDF/A-3u by veraPDF. */
    public static List<String> ofPdfA(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_U);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_U, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage() + " at " + a.getLocation())
                    .distinct()
                    .toList();
        } catch (VeraPDFException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Factur-X: the embedded XML, its announcement and PDF/A-3 by veraPDF. */
    public static List<String> ofFacturX(byte[] pdf) {
        return mustang(pdf, "invoice.pdf");
    }

    static List<String> ofFacturXXml(byte[] cii) {
        return mustang(cii, "factur-x.xml");
    }

    private static List<String> mustang(byte[] file, String name) {
        var validator = new ZUGFeRDValidator();
        validator.disableNotices();
        var report = validator.validate(file, name);
        return validator.wasCompletelyValid() ? List.of() : List.of(report);
    }

    private static List<String> check(DVRCoordinate which, byte[] xml) {
        var rules = RULES.getOfID(which);
        if (rules == null) throw new IllegalStateException("no rules " + which.getAsSingleID());
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var source = ValidationSourceXML.create(
                    "invoice.xml", factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
            var findings = new ArrayList<String>();
            for (var result : ValidationExecutionManager.executeValidation(
                    IValidityDeterminator.createDefault(), rules, source, Locale.US)) {
                if (result.isSkipped()) findings.add("not checked: " + result.getValidationArtefact());
                result.getErrorList().forEach(e -> {
                    if (e.isError() || e.isFailure()) findings.add(e.getErrorID() + " " + e.getErrorText(Locale.US));
                });
            }
            return findings;
        } catch (org.xml.sax.SAXException | java.io.IOException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}

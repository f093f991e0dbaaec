package io.sluice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The dependency rules of the house; each test is one of them. */
class ArchitectureTest {
    private static final JavaClasses SLUICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sluice");
    private static final String[] TOOLKITS = {"jdbc", "file"};

    @Test
    void spiSeesOnlyTheJdkAndJSpecify() {
        classes()
                .that()
                .resideInAPackage("io.sluice.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.sluice.spi..", "java..", "org.jspecify..")
                .check(SLUICE);
    }

    @Test
    void scriptSeesOnlySpiAndJackson() {
        classes()
                .that()
                .resideInAPackage("io.sluice.script..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.sluice.script..", "io.sluice.spi..", "java..", "org.jspecify..", "tools.jackson..")
                .allowEmptyShould(true)
                .check(SLUICE);
    }

    @Test
    void engineSeesOnlySpiAndScript() {
        noClasses()
                .that()
                .resideInAPackage("io.sluice.engine..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.sluice..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("io.sluice.engine..", "io.sluice.spi..", "io.sluice.script.."))))
                .allowEmptyShould(true)
                .check(SLUICE);
    }

    @Test
    void connectorsSeeOnlySpiAndTheirToolkit() {
        for (String name : connectors()) {
            String own = "io.sluice.connector." + name + "..";
            noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.sluice..")
                            .and(DescribedPredicate.not(resideInAnyPackage(
                                    own,
                                    "io.sluice.spi..",
                                    "io.sluice.connector.jdbc..",
                                    "io.sluice.connector.file.."))))
                    .check(SLUICE);
        }
    }

    @Test
    void toolkitsKnowNoConnector() {
        for (String toolkit : TOOLKITS) {
            noClasses()
                    .that()
                    .resideInAPackage("io.sluice.connector." + toolkit + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.sluice.connector..")
                            .and(DescribedPredicate.not(resideInAPackage("io.sluice.connector." + toolkit + ".."))))
                    .allowEmptyShould(true)
                    .check(SLUICE);
        }
    }

    @Test
    void featuresUseNoRepositoryOfAnother() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(SLUICE);
    }

    @Test
    void onlyUiPackagesSeeVaadin() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("..ui..")).and(outsideWiring()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..")
                .check(SLUICE);
    }

    @Test
    void onlyUiPackagesSeeUiPackages() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("..ui..")).and(outsideWiring()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.sluice..ui..")
                .check(SLUICE);
    }

    @Test
    void theCoreNeverSeesSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.sluice.spi..",
                        "io.sluice.script..",
                        "io.sluice.engine..",
                        "io.sluice.connector..",
                        "io.sluice.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .check(SLUICE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new FloorOrFeature()).should().beFreeOfCycles().check(SLUICE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(SLUICE.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void legacyDatesAppearNowhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Time")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Timestamp")
                .check(SLUICE);
    }

    @Test
    void userTextIsNeverRenderedAsMarkup() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.vaadin.flow.component.Html")
                .check(SLUICE);
    }

    @Test
    void nothingIsEvaluatedOrDeserialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "javax.naming..", "org.springframework.expression..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(SLUICE);
    }

    @Test
    void noStaticFieldCanChange() {
        fields().that().areStatic().should().beFinal().check(SLUICE);
    }

    @Test
    void namesAreWords() {
        classes()
                .should(new ArchCondition<JavaClass>("be named after what they are") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean vague =
                                item.getSimpleName().matches("(.*(Utils?|Helper|Manager|Impl))|(Abstract.*Base)");
                        if (vague && !item.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                            events.add(SimpleConditionEvent.violated(item, item.getName()));
                        }
                    }
                })
                .check(SLUICE);
    }

    private static Set<String> connectors() {
        Set<String> names = new TreeSet<>();
        for (JavaClass one : SLUICE) {
            String[] parts = one.getPackageName().split("\\.");
            if (parts.length > 3 && parts[2].equals("connector")) {
                names.add(parts[3]);
            }
        }
        names.removeAll(Set.of(TOOLKITS));
        return names;
    }

    /** Classes that only wire the parts together: the application class and the security configuration name views. */
    private static DescribedPredicate<JavaClass> outsideWiring() {
        return DescribedPredicate.describe(
                "are no wiring",
                one -> !one.getPackageName().equals("io.sluice")
                        && !one.getSimpleName().endsWith("Configuration"));
    }

    /** One slice for each floor; a feature and its screens are two slices, because screens may show several features. */
    private static final class FloorOrFeature implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            String name = one.getPackageName();
            if (!name.startsWith("io.sluice.") || one.getSimpleName().endsWith("Configuration")) {
                return SliceIdentifier.ignore();
            }
            if (name.contains(".ui")) {
                return SliceIdentifier.of("screens of " + name.split("\\.")[2]);
            }
            return SliceIdentifier.of(name.split("\\.")[2]);
        }

        @Override
        public String getDescription() {
            return "floors and features";
        }
    }
}

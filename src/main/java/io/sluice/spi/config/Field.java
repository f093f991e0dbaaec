package io.sluice.spi.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a component of a configuration record to forms, schemas, reference pages and binders. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /** Short name in a form, for example {@code Fetch size}. */
    String label();

    /** One or two sentences on what it does. */
    String help() default "";

    /** A value as a user would write it. */
    String example() default "";

    /** The default in the spelling of a script, {@code []} and {@code {}} included; without one the component is required unless it is nullable. */
    String byDefault() default REQUIRED;

    /** Folded away in forms. */
    boolean advanced() default false;

    /** Whether an empty text is a value of its own; otherwise it means "not set" (script-format.md section 7). */
    boolean blankIsValue() default false;

    /** Marks a component without default. */
    String REQUIRED = "\u0000";
}

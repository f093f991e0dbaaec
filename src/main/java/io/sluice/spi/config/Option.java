package io.sluice.spi.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a constant of an enum that is a choice in a configuration. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Option {
    /** The spelling in scripts where it is no word, such as {@code >=}; empty for the constant's name in camel case. */
    String value() default "";

    /** Short name in a form. */
    String label();

    /** One plain sentence on what choosing it does. */
    String help() default "";
}

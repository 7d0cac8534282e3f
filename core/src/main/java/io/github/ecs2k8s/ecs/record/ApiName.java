package io.github.ecs2k8s.ecs.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The API's name of a record component where it is not the component's own name with a capital first letter: {@code
 * DNSName} for {@code dnsName}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ApiName {

    /** The API's name; empty where the component's own name says it. */
    String value() default "";

    /** Further names of the same thing, in requests or templates. */
    String[] also() default {};
}

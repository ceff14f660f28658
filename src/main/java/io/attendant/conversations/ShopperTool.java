package io.attendant.conversations;

import io.attendant.identity.TrustLevel;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A tool offered to the model. {@link ToolInterceptor} tests the trust level before anything else, shows the call to the
 * shopper, and turns every refusal into a fixed answer. Such a method returns {@code Object} and takes the framework's
 * {@code InvocationParameters} as one of its parameters.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ShopperTool {
    /** The level below which the tool is refused, alike for ids that exist and that don't. */
    @Nonbinding
    TrustLevel level() default TrustLevel.anonymous;
}

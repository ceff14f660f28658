package io.attendant.identity;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Who sent this HTTP request, by its bearer token; nobody in particular without one. */
@RequestScoped
public class CurrentCaller {
    @Inject
    SecurityIdentity identity;

    /** The customer id of a signed-in shopper. Staff are no customers, whatever their subject says. */
    public Optional<String> customerId() {
        return identity.isAnonymous() || !identity.hasRole(Roles.SHOPPER)
                ? Optional.empty()
                : Optional.of(identity.getPrincipal().getName());
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** @throws ProblemException {@link ErrorCode#TOKEN_REQUIRED} for anyone but a signed-in shopper */
    public String requireCustomer() {
        return customerId().orElseThrow(() -> new ProblemException(ErrorCode.TOKEN_REQUIRED));
    }
}

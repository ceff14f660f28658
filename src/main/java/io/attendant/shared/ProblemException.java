package io.attendant.shared;

import java.util.Map;

/**
 * The one base of failures a caller may hear of: a code, and optional members that are safe to show (never an exception's
 * message, never a stored value). Everything else that is thrown becomes {@link ErrorCode#INTERNAL_ERROR}.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> members;

    public ProblemException(ErrorCode code) {
        this(code, Map.of());
    }

    /** @param members further members of the problem document, for example {@code errors}; JSON-serialisable */
    public ProblemException(ErrorCode code, Map<String, Object> members) {
        super(code.code());
        this.code = code;
        this.members = members;
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> members() {
        return members;
    }
}

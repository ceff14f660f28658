package io.attendant.shared;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param page the page's number, from 1
 * @param total how many there are on all pages
 */
@Schema(requiredProperties = {"items", "page", "total"})
public record Page<T>(List<T> items, int page, long total) {
    public static final int SIZE = 20;
    private static final int MAX_PAGE = 1_000_000;

    /**
     * The page that a query parameter asks for; the first one without it, and for numbers below 1.
     *
     * @throws ProblemException {@link ErrorCode#INVALID_REQUEST} if it is no number
     */
    public static int number(String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return 1;
        }
        try {
            return Math.clamp(Long.parseLong(parameter.strip()), 1, MAX_PAGE);
        } catch (NumberFormatException e) {
            throw new ProblemException(ErrorCode.INVALID_REQUEST, Map.of("parameter", "page"));
        }
    }

    /** The offset of the first item of page {@code page}. Pages below 1 are the first one. */
    public static int offset(int page) {
        return Math.multiplyExact(Math.clamp(page, 1, MAX_PAGE) - 1, SIZE);
    }
}

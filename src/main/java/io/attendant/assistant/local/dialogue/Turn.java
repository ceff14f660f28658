package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.OpenPage;
import io.attendant.shared.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * What a shopper said and what came of it.
 *
 * @param page what the shopper had open then
 * @param answer absent while the turn is open
 */
record Turn(String text, OpenPage page, List<ToolUse> uses, Optional<String> answer) {

    /** Whether the shop has what was open for this shopper, as far as is known. */
    boolean pageExists() {
        return uses.stream()
                .noneMatch(
                        use -> isMissing(use, Tools.ORDER_DETAILS, "orderId", page.orderId(), ErrorCode.ORDER_NOT_FOUND)
                                || isMissing(
                                        use,
                                        Tools.PRODUCT_DETAILS,
                                        "productId",
                                        page.productId(),
                                        ErrorCode.PRODUCT_NOT_FOUND));
    }

    private static boolean isMissing(
            ToolUse use, String tool, String argument, Optional<String> id, ErrorCode notFound) {
        return use.tool().equals(tool)
                && id.filter(use.argument(argument)::equals).isPresent()
                && use.refusal().filter(notFound.code()::equals).isPresent();
    }
}

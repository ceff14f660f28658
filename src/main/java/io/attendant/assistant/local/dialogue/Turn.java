package io.attendant.assistant.local.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * What a shopper said and what came of it.
 *
 * @param answer absent while the turn is open
 */
record Turn(String text, List<ToolUse> uses, Optional<String> answer) {}

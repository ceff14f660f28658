package io.attendant.assistant.local.training;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.shared.wording.Language;

/** What somebody may write to the shop, and what he wants by it. */
public record Sentence(Language language, Intent intent, String text) {}

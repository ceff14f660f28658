package io.attendant.assistant.local;

import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import io.attendant.assistant.local.dialogue.Choice;
import java.util.List;
import java.util.Objects;

/** An answer of the local assistant with the answers that it offers to the question in it. */
public final class OfferedChoices extends ChatResponseMetadata {
    private final List<Choice> choices;

    OfferedChoices(ChatResponseMetadata.Builder<?> builder, List<Choice> choices) {
        super(builder);
        this.choices = List.copyOf(choices);
    }

    /** In the order to show them; none where the question is an open one or there is no question. */
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferedChoices that && super.equals(that) && choices.equals(that.choices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), choices);
    }

    @Override
    public String toString() {
        return super.toString() + " " + choices;
    }
}

package io.attendant.assistant;

import io.attendant.actions.Proposals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known when a turn begins, besides what the shopper says: told to the model, and evidence for what it may say.
 *
 * @param today in UTC
 * @param language the English name of the language to use when the shopper's is unclear
 * @param proposals the latest, oldest first, with what became of them
 * @param ticket whether the conversation is with a person or waits for one
 * @param earlier what the shopper wanted in turns that the model is no longer shown; empty if it is shown all
 * @param stuckBefore how many turns up to this one got nowhere, in a row
 */
@RegisterForReflection
public record TurnBrief(
        LocalDate today,
        String language,
        OpenPage page,
        List<Proposals.Told> proposals,
        boolean ticket,
        String earlier,
        int stuckBefore) {}

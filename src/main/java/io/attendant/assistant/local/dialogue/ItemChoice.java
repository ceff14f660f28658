package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Particulars;
import java.util.List;
import java.util.Optional;

/** Which items of an order are meant. */
final class ItemChoice {
    private final Glossary glossary;

    ItemChoice(Glossary glossary) {
        this.glossary = glossary;
    }

    /** @param places the items that are meant; if that isn't clear, those that may be */
    record Chosen(List<Integer> places, boolean isClear) {}

    Chosen choose(Errand errand, Items items) {
        Chosen chosen = new Chosen(items.all(), items.count() == 1);
        for (Said said : errand.said()) {
            chosen = told(said, items, chosen).orElse(chosen);
        }
        return chosen;
    }

    private Optional<Chosen> told(Said said, Items items, Chosen before) {
        boolean asked = said.answers(Question.errand_items);
        if (!asked && !said.isOpen()) {
            return Optional.empty();
        }
        Optional<Integer> picked = asked ? said.picked().map(Integer::valueOf) : Optional.empty();
        if (picked.isPresent()) {
            return Optional.of(new Chosen(List.of(picked.get()), true));
        }
        Particulars particulars = said.slots().particulars();
        List<Integer> among =
                asked ? said.offered().stream().map(Integer::valueOf).toList() : items.all();
        Items.Named named = named(said, items);
        if (particulars.except() && !named.chosen().isEmpty()) {
            return Optional.of(new Chosen(
                    items.all().stream()
                            .filter(place -> !named.chosen().contains(place))
                            .toList(),
                    true));
        }
        if (!named.among().isEmpty()) {
            return Optional.of(new Chosen(named.among(), false));
        }
        if (!named.chosen().isEmpty()) {
            return Optional.of(new Chosen(named.chosen(), true));
        }
        if (particulars.all()) {
            return Optional.of(new Chosen(among, true));
        }
        return said.asksForOther(Question.errand_items) && before.isClear()
                ? Optional.of(others(items, before))
                : Optional.empty();
    }

    private static Chosen others(Items items, Chosen before) {
        List<Integer> others = items.all().stream()
                .filter(place -> !before.places().contains(place))
                .toList();
        return others.isEmpty() ? before : new Chosen(others, others.size() == 1);
    }

    /** The items that a message names; only one that answers the question for them may do so by options alone. */
    Items.Named named(Said said, Items items) {
        boolean asked = said.answers(Question.errand_items);
        List<Integer> among = asked && !said.offered().isEmpty()
                ? said.offered().stream().map(Integer::valueOf).toList()
                : items.all();
        return items.named(
                said.heard(glossary),
                among,
                said.slots().particulars().all() && !said.slots().particulars().except(),
                asked);
    }

    boolean isAnswered(Said said, Items items) {
        boolean asked = said.answers(Question.errand_items);
        boolean picked = asked && said.picked().isPresent();
        return picked || said.slots().particulars().all() || !named(said, items).isEmpty();
    }
}

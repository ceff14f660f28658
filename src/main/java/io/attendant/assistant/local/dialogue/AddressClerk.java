package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.assistant.local.understanding.AddressParts;
import io.attendant.assistant.local.understanding.AddressReader;
import io.attendant.assistant.local.understanding.Regions;
import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes the address of an order or of the account. The card reads it back. */
final class AddressClerk {
    private static final int CODE = 2;

    private final AddressReader reader;

    AddressClerk(AddressReader reader) {
        this.reader = reader;
    }

    Step ofOrder(Job job, JsonNode order) {
        AddressParts address = told(job.errand(), order.path("shippingAddress"));
        return address.missing().isEmpty()
                ? Proposal.of(
                        job,
                        order,
                        Tools.CHANGE_ADDRESS,
                        with(address, Task.arguments().put("orderId", OrderChoice.id(order))))
                : ask(job, address);
    }

    Step ofProfile(Job job) {
        if (job.task().offers(Tools.PROFILE)) {
            Optional<Step> first = job.beforeProfile(false);
            if (first.isPresent()) {
                return first.get();
            }
        }
        JsonNode profile = job.facts().profile().orElseGet(Task::arguments);
        AddressParts address = told(job.errand(), profile.path("address"));
        return address.missing().isEmpty()
                ? Proposal.of(job, profile.path("order"), Tools.UPDATE_ADDRESS, with(address, Task.arguments()))
                : ask(job, address);
    }

    private static ObjectNode with(AddressParts address, ObjectNode arguments) {
        return arguments
                .put("line1", address.line1())
                .put("line2", address.line2())
                .put("city", address.city())
                .put("state", address.state())
                .put("postalCode", address.postalCode())
                .put("country", address.country());
    }

    /** The address as far as it was told. Who names no country stays in that of the address so far. */
    private AddressParts told(Errand errand, JsonNode current) {
        String home = Results.text(current, "country").orElse("");
        AddressParts told = AddressParts.NONE;
        for (Said said : errand.said()) {
            told = heard(said, told, home).over(told);
        }
        if (told.isEmpty()) {
            return told;
        }
        return told.in(told.country().isEmpty() ? home : asIn(home, told.country()));
    }

    private AddressParts heard(Said said, AddressParts before, String home) {
        if (said.answers(Question.errand_address)) {
            AddressParts known = before.country().isEmpty() ? before.in(home) : before;
            return reader.complete(said.text(), Set.copyOf(known.missing()), said.language());
        }
        return said.isOpen() ? reader.find(said.text(), said.language()) : AddressParts.NONE;
    }

    /** Written as the shop writes the country so far: the same name for the same one, else a code where it uses codes. */
    private static String asIn(String home, String country) {
        Optional<String> code = Regions.country(country);
        if (code.isPresent() && code.equals(Regions.country(home))) {
            return home;
        }
        return home.length() == CODE ? code.orElse(country) : country;
    }

    private static Step ask(Job job, AddressParts address) {
        List<AddressParts.Part> missing = address.missing();
        if (address.isEmpty()) {
            return job.ask(job.speech(), Question.errand_address, "do.address");
        }
        String parts = missing.stream().map(part -> job.text("address." + part)).collect(Collectors.joining(", "));
        return job.ask(
                job.speech().say("do.address.missing", Map.of("parts", parts)),
                Question.errand_address,
                "do.address.rest");
    }

    /** Whether a message holds street, postal code and city. */
    boolean isWhole(String text, Language language) {
        AddressParts found = reader.find(text, language);
        return !found.line1().isEmpty()
                && !found.postalCode().isEmpty()
                && !found.city().isEmpty();
    }

    /** Whether a message has a part of an address in it. */
    boolean isAnswered(Said said) {
        if (said.answers(Question.errand_address)) {
            return !reader.complete(said.text(), Set.of(AddressParts.Part.values()), said.language())
                    .isEmpty();
        }
        return !reader.find(said.text(), said.language()).isEmpty();
    }
}

package io.attendant.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that demo mode keeps. It is written after the answer to whoever asked for it, so it is waited for. */
public final class DemoOutbox {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Attendant attendant;

    public DemoOutbox(Attendant attendant) {
        this.attendant = attendant;
    }

    /** The mails to this address, the newest first. */
    public List<JsonNode> mails(String to) {
        List<JsonNode> mails = new ArrayList<>();
        attendant.get("/api/demo/outbox", Map.of()).json().forEach(mail -> {
            if (mail.path("to").asText().equals(to)) {
                mails.add(mail);
            }
        });
        return mails;
    }

    public JsonNode mailTo(String to) {
        return mailTo(to, 1);
    }

    /** The newest mail to this address, once there are {@code count} of them. */
    public JsonNode mailTo(String to, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<JsonNode> mails = mails(to);
        while (mails.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no mail to " + to);
            }
            Thread.onSpinWait();
            mails = mails(to);
        }
        return mails.getFirst();
    }

    public static String code(JsonNode mail) {
        Matcher code = CODE.matcher(mail.path("text").asText());
        if (!code.find()) {
            throw new AssertionError("no code in " + mail);
        }
        return code.group();
    }
}

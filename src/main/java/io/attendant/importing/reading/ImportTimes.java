package io.attendant.importing.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in a file: ISO-8601 with an offset or {@code Z}, kept to the microsecond as the database keeps them. Where a present
 * is given, also relative to it: {@code now}, {@code now-P12DT5H}, {@code now+P2D}.
 */
public final class ImportTimes extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Pattern RELATIVE = Pattern.compile("now(?:([+-])(P[0-9DTHMS]+))?");

    private final transient Optional<Instant> now;

    private ImportTimes(Optional<Instant> now) {
        super(Instant.class);
        this.now = now;
    }

    public static ImportTimes absolute() {
        return new ImportTimes(Optional.empty());
    }

    public static ImportTimes relativeTo(Instant now) {
        return new ImportTimes(Optional.of(now));
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        try {
            Instant time = parse(text).truncatedTo(ChronoUnit.MICROS);
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw context.weirdStringException(text, Instant.class, "no time");
        }
        throw context.weirdStringException(text, Instant.class, "too far away");
    }

    private Instant parse(String text) {
        if (now.isPresent()) {
            Matcher relative = RELATIVE.matcher(text);
            if (relative.matches()) {
                return relative.group(1) == null ? now.get() : now.get().plus(shift(relative));
            }
        }
        return Instant.parse(text);
    }

    private static Duration shift(Matcher relative) {
        Duration duration = Duration.parse(relative.group(2));
        return relative.group(1).equals("-") ? duration.negated() : duration;
    }
}

package io.attendant.assistant.local.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Markdown of articles and descriptions as far as answers need it. */
final class Markdown {
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern MARKS =
            Pattern.compile("\\*\\*|__|`|(?<![\\p{L}\\p{N}])[*_](?=\\S)|(?<=\\S)[*_](?![\\p{L}\\p{N}])");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+");
    private static final Pattern STEP = Pattern.compile("^\\s*\\d+[.)]\\s+");
    private static final Pattern ITEM_END = Pattern.compile("[,;]$");
    private static final Pattern HEADING = Pattern.compile("^#+\\s*(.*)|^\\*\\*([^*]+)\\*\\*:?\\s*$");
    private static final Pattern TABLE = Pattern.compile("^\\s*\\|.*");
    private static final Pattern BOLD_BEGINNING = Pattern.compile("^\\*\\*([^*]+)\\*\\*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…][\"”’»)]?)\\s+(?=[\\p{Lu}\\p{N}¿¡„“\"«])");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String heading = "";
    private String bullet = "";

    private Markdown() {}

    /**
     * A paragraph, a line of a list, or a paragraph with the list or the steps that it announces.
     *
     * @param lead its heading, and what it has in bold at its beginning
     */
    record Block(String lead, List<String> sentences, List<String> items) {
        String text() {
            return lead + " " + String.join(" ", sentences) + " " + String.join(" ", items);
        }

        private boolean announces(String markdownItem) {
            boolean isStep = STEP.matcher(markdownItem).find();
            boolean inList = !items.isEmpty();
            return isStep || inList || sentences.get(sentences.size() - 1).endsWith(":");
        }
    }

    static List<Block> blocks(String markdown) {
        Markdown reader = new Markdown();
        for (String line : markdown.split("\\R", -1)) {
            reader.read(line);
        }
        reader.close();
        return reader.blocks;
    }

    private void read(String line) {
        Matcher title = HEADING.matcher(line);
        if (line.isBlank() || TABLE.matcher(line).matches()) {
            close();
        } else if (title.matches()) {
            close();
            heading = plain(title.group(1) == null ? title.group(2) : title.group(1));
        } else if (BULLET.matcher(line).find()) {
            close();
            bullet = line;
            text.append(BULLET.matcher(line).replaceFirst(""));
        } else {
            text.append(' ').append(line);
        }
    }

    private void close() {
        String markdown = text.toString().strip();
        String written = plain(markdown);
        text.setLength(0);
        String item = bullet;
        bullet = "";
        if (written.isEmpty()) {
            return;
        }
        Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (!item.isEmpty() && before != null && before.announces(item)) {
            before.items().add(ITEM_END.matcher(written).replaceFirst(""));
            return;
        }
        Matcher bold = BOLD_BEGINNING.matcher(markdown);
        String lead = bold.find() ? heading + " " + plain(bold.group(1)) : heading;
        blocks.add(new Block(lead.strip(), List.of(SENTENCE_END.split(written, -1)), new ArrayList<>()));
    }

    private static String plain(String markdown) {
        String linked = LINK.matcher(markdown).replaceAll("$1");
        return MARKS.matcher(linked).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}

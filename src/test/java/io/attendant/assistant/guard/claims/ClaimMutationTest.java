package io.attendant.assistant.guard.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.Money;
import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** True sentences about random tool results pass; with any one figure changed they don't. */
class ClaimMutationTest {
    private static final Pattern FIGURE = Pattern.compile("\\{(\\w+)}");
    private static final int ROUNDS = 40;
    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "PLN", "zł", "GBP", "£");
    private static final ClaimCheck CHECK = ClaimCheck.load();

    /** A figure as it is, and changed so that no other figure has its value. */
    private record Figure(Function<Writings, String> right, Function<Writings, String> wrong) {}

    @Test
    void everyChangedFigureIsCaught() {
        Random random = new Random(20260301);
        Map<Language, int[]> tallies = new EnumMap<>(Language.class);
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            int[] tally = tallies.computeIfAbsent(language, any -> new int[4]);
            for (int round = 0; round < ROUNDS; round++) {
                RandomShop shop = RandomShop.of(random);
                String currency =
                        List.copyOf(SIGNS.keySet().stream().sorted().toList()).get(random.nextInt(SIGNS.size()));
                Evidence evidence = shop.evidence(currency, SIGNS.get(currency));
                Map<String, Figure> figures = figures(shop, currency, random);
                for (String template : TrueSentences.ALL.get(language)) {
                    Writings writings = new Writings(random, language);
                    String truth = fill(template, "", figures, writings);
                    tally[0]++;
                    List<Claim> claims = CHECK.check(truth, "", evidence);
                    if (!claims.isEmpty()) {
                        tally[1]++;
                        wrong.add("false alarm: " + truth + " " + claims);
                    }
                    for (String figure : mutable(template, figures)) {
                        String lie = fill(template, figure, figures, writings);
                        tally[2]++;
                        if (CHECK.check(lie, "", evidence).isEmpty()) {
                            tally[3]++;
                            wrong.add("missed: " + lie + " (" + figure + " of " + truth + ")");
                        }
                    }
                }
            }
        }
        int[] total = new int[4];
        tallies.forEach((language, tally) -> {
            System.out.println("mutations " + language + ": " + text(tally));
            for (int i = 0; i < total.length; i++) {
                total[i] += tally[i];
            }
        });
        System.out.println("mutations: " + text(total));
        wrong.stream().limit(40).forEach(System.out::println);
        assertThat((double) total[3] / total[2]).isLessThanOrEqualTo(0.02);
        assertThat((double) total[1] / total[0]).isLessThanOrEqualTo(0.01);
    }

    private static String text(int[] tally) {
        return "caught %d of %d, false alarms %d of %d".formatted(tally[2] - tally[3], tally[2], tally[1], tally[0]);
    }

    private static List<String> mutable(String template, Map<String, Figure> figures) {
        return FIGURE.matcher(template)
                .results()
                .map(match -> match.group(1))
                .filter(name -> figures.get(name).wrong() != null)
                .toList();
    }

    private static String fill(String template, String mutated, Map<String, Figure> figures, Writings writings) {
        Matcher matcher = FIGURE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Figure figure = figures.get(matcher.group(1));
            String written = (matcher.group(1).equals(mutated) ? figure.wrong() : figure.right()).apply(writings);
            matcher.appendReplacement(text, Matcher.quoteReplacement(written));
        }
        return matcher.appendTail(text).toString();
    }

    private static Map<String, Figure> figures(RandomShop shop, String currency, Random random) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        int chosen = random.nextInt(shop.order().items().size());
        Money price = shop.order().items().get(chosen).price();
        Money other = shop.order()
                .items()
                .get((chosen + 1) % shop.order().items().size())
                .price();
        LocalDate placed = shop.order().placedAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate expected = shop.order()
                .shipments()
                .getFirst()
                .expectedAt()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        String tracking = shop.order().shipments().getFirst().trackingNumbers().getFirst();
        int stock = shop.product().variants().getFirst().stock();
        figures.put("id", same(shop.order().id(), shop.order().id() + random.nextInt(10)));
        figures.put("name", new Figure(any -> shop.order().items().get(chosen).name(), null));
        figures.put("product", new Figure(any -> shop.product().name(), null));
        figures.put("tracking", same(tracking, tracking.substring(0, 9) + (char) (tracking.charAt(9) ^ 1) + "X"));
        figures.put("total", amount(shop.order().total().amount(), currency, random));
        // As often another item's price as one that nothing has.
        figures.put(
                "price",
                random.nextBoolean()
                        ? new Figure(
                                writings -> writings.amount(price.amount(), currency, SIGNS.get(currency)),
                                writings -> writings.amount(other.amount(), currency, SIGNS.get(currency)))
                        : amount(price.amount(), currency, random));
        figures.put("offer", amount(shop.product().variants().getFirst().price().amount(), currency, random));
        figures.put("fee", amount(shop.fee(), currency, random));
        figures.put("placed", date(placed, placed.minusDays(1L + random.nextInt(2))));
        figures.put("expected", date(expected, expected.plusDays(1L + random.nextInt(9))));
        int count = shop.order().items().size();
        figures.put("count", same(Integer.toString(count), Integer.toString(count + 6 + random.nextInt(3))));
        figures.put("stock", same(Integer.toString(stock), Integer.toString(stock + 100 + random.nextInt(9))));
        figures.put("days", same(Integer.toString(shop.days()), Integer.toString(shop.days() + 100)));
        figures.put(
                "percent",
                new Figure(
                        writings -> writings.percent(shop.percent()),
                        writings -> writings.percent(shop.percent() + 5)));
        return figures;
    }

    private static Figure same(String right, String wrong) {
        return new Figure(any -> right, any -> wrong);
    }

    private static Figure date(LocalDate right, LocalDate wrong) {
        return new Figure(writings -> writings.date(right), writings -> writings.date(wrong));
    }

    /** Wrong by a digit, a shifted point, or a little. */
    private static Figure amount(BigDecimal right, String currency, Random random) {
        BigDecimal wrong = switch (random.nextInt(3)) {
            case 0 -> right.multiply(BigDecimal.TEN).setScale(2);
            case 1 -> right.add(new BigDecimal("0.09"));
            default -> right.add(new BigDecimal("9"));
        };
        String sign = SIGNS.get(currency);
        return new Figure(
                writings -> writings.amount(right, currency, sign), writings -> writings.amount(wrong, currency, sign));
    }
}

package io.attendant.shared.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words, folded, that are said about a password and are none: "my password is wrong". */
final class SecretWords {
    private static final Set<String> WORDS = Set.copyOf(words("""
            not no never always still also now here there the my your a an it this that so too very what why how where when who
            in on at to for with by being been gone right same ok okay fine good new old long short easy hard all only just set
            nicht kein keine nie immer noch auch jetzt hier der die das mein ein eine zu sehr was wie wo warum wer weg gut neu alt
            ne pas non jamais toujours encore aussi ici le la les mon ma un une trop tres quoi comment pourquoi qui bon vide
            nunca siempre aun tambien aqui el los mi muy demasiado que como donde por quien bien nueva vacia
            mai sempre ancora anche qui il lo mio mia molto troppo cosa come dove perche chi buona nuova vuota
            nao sempre ainda tambem aqui o os meu minha muito demais onde porque quem boa vazia
            niet geen nooit altijd nog ook nu hier het de mijn een te zeer wat hoe waar waarom wie goed nieuw oud leeg kwijt
            nie nigdy zawsze jeszcze tez teraz tu moje ten ta bardzo zbyt co jak gdzie dlaczego kto dobre nowe stare puste takie zle
            """));

    /** Beginnings of words; long enough to be no beginning of others that anybody takes for a password. */
    private static final List<String> STEMS = words("""
            wrong incorr invalid expir forgot lost work reset chang block lock compromis hack stolen leak public secret safe secure
            weak strong correct reject refus accept need requir unknown missing empty known stored saved visible hidden shown sent
            help please recover updat problem issue case alphanum charact letter digit too- passw kennw contrasen haslo
            falsch inkorrekt ungult abgelaufen vergessen verloren funktion geandert zuruck gesperrt gestohlen geheim sicher schwach
            stark korrekt richtig abgelehnt notig erforderlich unbekannt gespeichert bekannt hilfe bitte gleich leer fehlt fehler
            faux fausse errone oubli perdu fonction modifi reinitial bloqu vole pirat faible bonne refuse requis inconnu enregistr aide
            equivoc olvid perdid funcion cambi restabl robad debil segur correct rechaz necesari requerid desconoc ayuda incorrec
            errat sbagliat dimentic pers funzion cambiat reimpost blocc rubat debol sicur corrett rifiut necessari richiest sconosciut aiuto
            errad esquec perd altera redefin roubad frac corret recus necessari requerid desconhec ajuda
            verkeerd onjuist fout ongeldig verlopen vergeten werk gewijzig hersteld geblokk gestolen geheim veilig zwak sterk juist
            geweigerd nodig vereist onbekend opgeslagen hulp
            bledn niepopraw nieprawid wygas zapomn zgub dziala zmien zreset zablok skradz tajn bezpiecz slab siln popraw odrzuc
            potrzeb wymag nieznan zapisan pomoc prosz""");

    private SecretWords() {}

    private static List<String> words(String lines) {
        return Stream.of(lines)
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
                .distinct()
                .toList();
    }

    static boolean isCommon(String word) {
        return WORDS.contains(word) || STEMS.stream().anyMatch(word::startsWith);
    }
}

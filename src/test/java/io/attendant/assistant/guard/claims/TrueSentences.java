package io.attendant.assistant.guard.claims;

import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Map;

/** True sentences about an order or a product with {@code {figures}} to fill in, by language. */
final class TrueSentences {
    private TrueSentences() {}

    static final Map<Language, List<String>> ALL = Map.of(
            Language.en,
            List.of(
                    "Your order {id} came to {total} and was placed on {placed}.",
                    "The {name} was {price}.",
                    "You paid {total} in total for {count} items.",
                    "It is expected on {expected} and travels under {tracking}.",
                    "Good news: {id} is on its way, and you can follow it with **{tracking}**!",
                    "- {name}: {price}",
                    "We have {stock} of the {product} left, at {offer} each.",
                    "According to our policy you have {days} days, and a label costs {fee}.",
                    "That makes {percent} off for students."),
            Language.de,
            List.of(
                    "Ihre Bestellung {id} vom {placed} kostete {total}.",
                    "{name} hat {price} gekostet.",
                    "Insgesamt haben Sie für {count} Artikel {total} bezahlt.",
                    "Das Paket soll am {expected} ankommen und hat die Nummer {tracking}.",
                    "- {name}: {price}",
                    "Von {product} haben wir noch {stock} Stück, für je {offer}.",
                    "Sie haben {days} Tage Zeit, das Etikett kostet {fee}.",
                    "Studierende bekommen {percent} Rabatt."),
            Language.fr,
            List.of(
                    "Votre commande {id} du {placed} s'élève à {total}.",
                    "L'article {name} a coûté {price}.",
                    "Vous avez payé {total} au total pour {count} articles.",
                    "La livraison est prévue pour le {expected}, sous le numéro {tracking}.",
                    "Il nous reste {stock} exemplaires de {product}, à {offer} pièce.",
                    "Vous disposez de {days} jours et l'étiquette coûte {fee}.",
                    "Les étudiants ont {percent} de remise."),
            Language.es,
            List.of(
                    "Tu pedido {id} del {placed} costó {total}.",
                    "El artículo {name} costó {price}.",
                    "En total pagaste {total} por {count} artículos.",
                    "La entrega está prevista para el {expected} con el número {tracking}.",
                    "Nos quedan {stock} unidades de {product}, a {offer} cada una.",
                    "Tienes {days} días y la etiqueta cuesta {fee}.",
                    "Los estudiantes tienen un {percent} de descuento."),
            Language.it,
            List.of(
                    "L'ordine {id} del {placed} è costato {total}.",
                    "L'articolo {name} costava {price}.",
                    "In totale ha pagato {total} per {count} articoli.",
                    "La consegna è prevista per il {expected}, con il numero {tracking}.",
                    "Di {product} restano {stock} pezzi, a {offer} l'uno.",
                    "Ha {days} giorni e l'etichetta costa {fee}.",
                    "Gli studenti hanno uno sconto del {percent}."),
            Language.pt,
            List.of(
                    "A encomenda {id} de {placed} custou {total}.",
                    "O artigo {name} custou {price}.",
                    "No total pagou {total} por {count} artigos.",
                    "A entrega está prevista para {expected}, com o número {tracking}.",
                    "Restam {stock} unidades de {product}, a {offer} cada.",
                    "Tem {days} dias e a etiqueta custa {fee}.",
                    "Os estudantes têm {percent} de desconto."),
            Language.nl,
            List.of(
                    "Je bestelling {id} van {placed} kostte {total}.",
                    "{name} kostte {price}.",
                    "In totaal heb je {total} betaald voor {count} artikelen.",
                    "De levering is gepland op {expected}, met nummer {tracking}.",
                    "Van {product} zijn er nog {stock} stuks, voor {offer} per stuk.",
                    "Je hebt {days} dagen de tijd en het label kost {fee}.",
                    "Studenten krijgen {percent} korting."),
            Language.pl,
            List.of(
                    "Zamówienie {id} z dnia {placed} kosztowało {total}.",
                    "Produkt {name} kosztował {price}.",
                    "Łącznie zapłaciła Pani {total} za {count} artykułów.",
                    "Dostawa jest planowana na {expected}, numer przesyłki to {tracking}.",
                    "Mamy jeszcze {stock} sztuk produktu {product}, po {offer} za sztukę.",
                    "Na zwrot jest {days} dni, a etykieta kosztuje {fee}.",
                    "Studenci mają {percent} zniżki."));
}

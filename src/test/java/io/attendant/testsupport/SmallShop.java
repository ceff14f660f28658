package io.attendant.testsupport;

/** Two customers who must know nothing of each other, and a product; enough to talk about. */
public final class SmallShop {
    public static final String ANA = "ana";
    public static final String ANAS_ORDER = "#S1001";
    public static final String BEN = "ben";
    public static final String BENS_ORDER = "#S2002";

    private SmallShop() {}

    /** Puts exactly this shop into the database. */
    public static void load(Shop shop) {
        shop.clear();
        Shop.load("customers", """
                [{"id":"ana","email":"ana@example.com","firstName":"Ana","lastName":"Reyes",
                  "address":{"line1":"1 Elm Street","line2":"","city":"Lyon","state":"","postalCode":"69001","country":"FR"},
                  "paymentMethods":[{"id":"card_ana","kind":"credit_card","brand":"visa","lastFour":"4242"}]},
                 {"id":"ben","email":"ben@example.com","firstName":"Ben","lastName":"Okafor",
                  "address":{"line1":"2 Oak Street","line2":"","city":"Turin","state":"","postalCode":"10121","country":"IT"},
                  "paymentMethods":[{"id":"gift_ben","kind":"gift_card","balance":51.00}],"locale":"it"}]""");
        Shop.load("products", """
                [{"id":"P1","name":"Desk Lamp","category":"Lighting","description":"A lamp for a desk.",
                  "variants":[{"id":"V1","options":{"color":"black"},"available":true,"stock":3,"price":39.90},
                              {"id":"V2","options":{"color":"white"},"available":false,"stock":0,"price":42.50}]}]""");
        Shop.load("orders", """
                [{"id":"#S1001","customerId":"ana","status":"processed","placedAt":"2026-11-01T09:30:00Z",
                  "shippingAddress":{"line1":"1 Elm Street","line2":"","city":"Lyon","state":"","postalCode":"69001","country":"FR"},
                  "items":[{"productId":"P1","variantId":"V1","name":"Desk Lamp","options":{"color":"black"},"price":39.90}],
                  "shipments":[{"trackingNumbers":["T-770011"],"variantIds":["V1"],"carrier":"Northline","status":"in_transit"}],
                  "payments":[{"type":"payment","amount":39.90,"paymentMethodId":"card_ana"}]},
                 {"id":"#S2002","customerId":"ben","status":"pending","placedAt":"2026-11-02T10:00:00Z",
                  "shippingAddress":{"line1":"2 Oak Street","line2":"","city":"Turin","state":"","postalCode":"10121","country":"IT"},
                  "items":[{"productId":"P1","variantId":"V2","name":"Desk Lamp","options":{"color":"white"},"price":42.50}],
                  "shipments":[],
                  "payments":[{"type":"payment","amount":42.50,"paymentMethodId":"gift_ben"}]}]""");
        Shop.load("articles", """
                [{"id":"returns","locale":"en","title":"Returning an item","body":"You may return an item within 30 days.","tags":["returns"]}]""");
    }
}

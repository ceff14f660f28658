package io.attendant.testsupport;

/** Small sound rows in the import format. */
public final class ImportRows {
    public static final String ADDRESS =
            "{\"line1\":\"Linnankatu 1\",\"line2\":\"\",\"city\":\"Turku\",\"state\":\"\",\"postalCode\":\"20100\",\"country\":\"FI\"}";

    private ImportRows() {}

    public static String array(String... rows) {
        return "[\n" + String.join(",\n", rows) + "\n]";
    }

    public static String customer(String id, String firstName) {
        return "{\"id\":\"" + id + "\",\"email\":\"" + id + "@example.com\",\"firstName\":\"" + firstName
                + "\",\"lastName\":\"Salo\",\"address\":" + ADDRESS
                + ",\"paymentMethods\":[{\"id\":\"p1\",\"kind\":\"paypal\"}]}";
    }

    public static String product(String id, String variant) {
        return "{\"id\":\"" + id + "\",\"name\":\"Mug\",\"variants\":[{\"id\":\"" + variant
                + "\",\"options\":{\"size\":\"M\"},\"available\":true,\"price\":12.5}]}";
    }

    public static String order(String id, String customer, String status) {
        return "{\"id\":\"" + id + "\",\"customerId\":\"" + customer + "\",\"status\":\"" + status
                + "\",\"shippingAddress\":" + ADDRESS
                + ",\"items\":[{\"productId\":\"P1\",\"variantId\":\"v1\",\"name\":\"Mug\",\"options\":{\"size\":\"M\"},\"price\":12.5}],"
                + "\"shipments\":[],\"payments\":[{\"type\":\"payment\",\"amount\":12.5,\"paymentMethodId\":\"p1\"}]}";
    }
}

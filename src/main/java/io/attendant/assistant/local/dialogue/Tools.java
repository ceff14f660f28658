package io.attendant.assistant.local.dialogue;

/** The names of the tools that the assistant uses where they are offered. */
final class Tools {
    static final String FIND_PRODUCTS = "findProducts";
    static final String PRODUCT_DETAILS = "getProductDetails";
    static final String PRODUCT_TYPES = "listProductTypes";
    static final String LIST_ORDERS = "listMyOrders";
    static final String ORDER_DETAILS = "getOrderDetails";
    static final String PROFILE = "getMyProfile";
    static final String SEARCH_HELP = "searchHelp";
    static final String REQUEST_VERIFICATION = "requestVerification";
    static final String HAND_OFF = "handOffToHuman";
    static final String CANCEL_ORDER = "cancelOrder";
    static final String CHANGE_ADDRESS = "changeShippingAddress";
    static final String CHANGE_PAYMENT = "changePaymentMethod";
    static final String CHANGE_ITEMS = "changeItems";
    static final String EXCHANGE_ITEMS = "exchangeItems";
    static final String RETURN_ITEMS = "returnItems";
    static final String UPDATE_ADDRESS = "updateMyAddress";

    private Tools() {}
}

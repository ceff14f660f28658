package io.attendant.assistant.local.understanding;

/** What a shopper may want by one message, by the names that the public contract uses. */
public enum Intent {
    track_order,
    list_orders,
    order_details,
    cancel_order,
    change_order,
    change_shipping_address,
    return_items,
    exchange_items,
    place_order,
    delivery_options,
    delivery_period,
    check_refund_policy,
    get_refund,
    track_refund,
    check_cancellation_fee,
    get_invoice,
    check_invoice,
    check_payment_methods,
    payment_issue,
    change_payment,
    create_account,
    delete_account,
    edit_account,
    switch_account,
    recover_password,
    registration_problems,
    set_up_shipping_address,
    newsletter_subscription,
    complaint,
    review,
    contact_customer_service,
    contact_human_agent,
    find_product,
    product_details,
    product_stock,
    product_price,
    compare_products,
    recommend_product,
    troubleshoot,
    greeting,
    thanks,
    goodbye,
    who_are_you,
    abuse,
    /** None of the others: nothing is guessed. */
    out_of_scope;

    /** Whether it is said in passing, beside what is really wanted. */
    public boolean isSmallTalk() {
        return switch (this) {
            case greeting, thanks, goodbye -> true;
            default -> false;
        };
    }
}

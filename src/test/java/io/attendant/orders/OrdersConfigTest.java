package io.attendant.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersConfigTest {
    private static OrdersConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(OrdersConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(OrdersConfig.class);
    }

    @Test
    void defaults() {
        OrdersConfig config = config(Map.of());

        assertThat(same(config)).isEqualTo(TestOrdersConfig.defaults());
    }

    @Test
    void everyKey() {
        OrdersConfig config = config(Map.of(
                "attendant.orders.cancellable", "pending,processed",
                "attendant.orders.changeable", "processed",
                "attendant.orders.returnable", "delivered,exchange_requested",
                "attendant.orders.exchangeable", "return_requested",
                "attendant.orders.cancel-reasons", "ORDERED_BY_MISTAKE",
                "attendant.orders.refund-business-days", "10"));

        assertThat(same(config))
                .isEqualTo(new TestOrdersConfig(
                        TestOrdersConfig.in(OrderStatus.pending, OrderStatus.processed),
                        TestOrdersConfig.in(OrderStatus.processed),
                        TestOrdersConfig.in(OrderStatus.delivered, OrderStatus.exchange_requested),
                        TestOrdersConfig.in(OrderStatus.return_requested),
                        Set.of(OrderData.CancelReason.ORDERED_BY_MISTAKE),
                        "10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancellable", "changeable", "returnable", "exchangeable"})
    void aShopCanLeaveAnActionOut(String key) {
        OrdersConfig config = config(Map.of("attendant.orders." + key, ""));

        Map<String, Predicate<OrderStatus>> rules = Map.of(
                "cancellable", config.rules()::cancellable,
                "changeable", config.rules()::changeable,
                "returnable", config.rules()::returnable,
                "exchangeable", config.rules()::exchangeable);
        rules.forEach(
                (rule, allows) -> assertThat(Arrays.stream(OrderStatus.values()).anyMatch(allows))
                        .as(rule)
                        .isEqualTo(!rule.equals(key)));
    }

    @Test
    void aStatusThatDoesNotExistStopsTheStart() {
        Map<String, String> wrong = Map.of("attendant.orders.cancellable", "shipped");

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> config(wrong))
                .withMessageContaining("attendant.orders.cancellable");
    }

    private static TestOrdersConfig same(OrdersConfig config) {
        return new TestOrdersConfig(
                config.cancellable(),
                config.changeable(),
                config.returnable(),
                config.exchangeable(),
                config.cancelReasons(),
                config.refundBusinessDays());
    }
}

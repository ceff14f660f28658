package io.attendant.assistant;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ShopperTool;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Arithmetic for the model, which is bad at it. */
@RegisterForReflection
@ApplicationScoped
public class CalculatorTools {
    /** Nothing but numbers, the four operations and brackets reaches the library: no functions, powers or variables. */
    private static final Pattern ARITHMETIC = Pattern.compile("[0-9.+\\-*/() ]{1,200}");

    private static final ExpressionConfiguration EXACT = ExpressionConfiguration.builder()
            .mathContext(new MathContext(34, RoundingMode.HALF_EVEN))
            .decimalPlacesRounding(ExpressionConfiguration.DECIMAL_PLACES_ROUNDING_UNLIMITED)
            .build();

    /** The value of an expression, in decimals. */
    public record Result(String expression, BigDecimal result) {}

    @Tool("Calculates an arithmetic expression exactly and returns its result. Use it for every sum, difference, "
            + "product or share that you tell the shopper.")
    @ShopperTool
    public Object calculate(
            @P(
                            value =
                                    "numbers with a decimal point, + - * / and brackets, for example (50.88 + 49.67) * 2",
                            required = true)
                    String expression,
            InvocationParameters turn) {
        return new Result(expression, value(expression));
    }

    /** @throws ProblemException {@link ErrorCode#INVALID_EXPRESSION} for anything that is not arithmetic, and for 1/0 */
    static BigDecimal value(String expression) {
        if (expression == null || !ARITHMETIC.matcher(expression).matches()) {
            throw new ProblemException(ErrorCode.INVALID_EXPRESSION);
        }
        try {
            BigDecimal value = new Expression(expression, EXACT).evaluate().getNumberValue();
            if (value == null) {
                throw new ProblemException(ErrorCode.INVALID_EXPRESSION);
            }
            // 0.1 + 0.2 is 0.3; a third ends after ten decimals.
            BigDecimal rounded = value.scale() > 10 ? value.setScale(10, RoundingMode.HALF_EVEN) : value;
            BigDecimal plain = rounded.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        } catch (BaseException | ArithmeticException e) {
            throw new ProblemException(ErrorCode.INVALID_EXPRESSION);
        }
    }
}

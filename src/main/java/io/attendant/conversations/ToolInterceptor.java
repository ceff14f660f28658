package io.attendant.conversations;

import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.attendant.shared.VisibleText;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** What all tools have in common: trust, events, refusals, metrics. */
@RegisterForReflection
@ShopperTool
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class ToolInterceptor {
    @Inject
    MeterRegistry metrics;

    /** What the model is told when a tool says no. */
    public record Refusal(String refused, String message) {
        public static Refusal of(ErrorCode code) {
            return new Refusal(code.code(), code.message());
        }
    }

    @AroundInvoke
    Object call(InvocationContext invocation) throws Exception {
        String tool = invocation.getMethod().getName();
        TrustLevel level =
                invocation.getMethod().getAnnotation(ShopperTool.class).level();
        TurnScope scope = scope(invocation.getParameters());
        String callId = scope.nextCallId();
        scope.emit(new ChatEvent.ToolStarted(callId, tool));
        try {
            scope.session().require(level);
            Object result = scope.perform(tool, () -> VisibleText.of(Json.tree(invocation.proceed())));
            return finish(scope, callId, tool, null, result);
        } catch (ProblemException e) {
            if (e.code() == ErrorCode.VERIFICATION_REQUIRED) {
                scope.emit(new ChatEvent.VerificationRequired(tool));
            }
            return finish(scope, callId, tool, e.code(), Refusal.of(e.code()));
        } catch (Exception e) {
            if (scope.stopped().isPresent()) {
                // Nobody waits any more for what a tool would say.
                finish(scope, callId, tool, scope.stopped().get(), null);
                throw e;
            }
            Log.errorf(e, "tool failed: tool=%s conversationId=%s", tool, scope.conversationId());
            return finish(scope, callId, tool, ErrorCode.TOOL_FAILED, Refusal.of(ErrorCode.TOOL_FAILED));
        }
    }

    private Object finish(TurnScope scope, String callId, String tool, ErrorCode refusal, Object result) {
        String code = refusal == null ? null : refusal.code();
        if (!scope.isReplay()) {
            metrics.counter("attendant.tool.calls", "tool", tool, "outcome", code == null ? "ok" : code)
                    .increment();
        }
        scope.emit(new ChatEvent.ToolFinished(callId, tool, code == null, code));
        return result;
    }

    private static TurnScope scope(Object[] parameters) {
        for (Object parameter : parameters) {
            if (parameter instanceof InvocationParameters found) {
                return TurnScope.of(found);
            }
        }
        throw new IllegalStateException("a tool without InvocationParameters can't know who is asking");
    }
}

package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.gemini.http.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Carries out a reply step by step. */
final class AnswerWriter {

    private final ApiResponse response;
    private final Exchange exchange;
    private final AnswerSink sink;
    private final AnswerFrames frames;
    private final Duration chunkDelay;

    AnswerWriter(ApiResponse response, AnswerSink sink, AnswerFrames frames, Duration chunkDelay) {
        this.response = response;
        this.exchange = response.exchange();
        this.sink = sink;
        this.frames = frames;
        this.chunkDelay = chunkDelay;
    }

    void write(GeminiReply reply, long seed) throws IOException {
        List<ReplyStep> steps = split(reply.steps(), seed);
        String reason = reply.finishReason().orElse("");
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            if (perform(steps.get(i), last ? reason : "")) {
                return;
            }
        }
        if (reason.isEmpty()) {
            sink.end();
        } else {
            List<ObjectNode> closing = steps.isEmpty() ? List.of() : frames.closing();
            sink.sendLast(frames.last(closing, reason));
        }
    }

    /**
     * Performs one step.
     *
     * @param reason why the answer ends with this step; empty when it goes on
     * @return whether the answer is at its end
     */
    private boolean perform(ReplyStep step, String reason) throws IOException {
        switch (step) {
            case ReplyStep.Text text -> {
                List<ObjectNode> parts = frames.text(text.text(), text.thought());
                return send(parts, frames.signsText() || text.thought() ? "" : reason);
            }
            case ReplyStep.Calls calls -> {
                return send(frames.calls(calls.calls()), reason);
            }
            case ReplyStep.Raw raw -> {
                sink.send(raw.response());
                return false;
            }
            case ReplyStep.Hold hold -> {
                exchange.await(hold.gate().arrive());
                return false;
            }
            case ReplyStep.Garbage garbage -> {
                sink.garbage(garbage.bytes());
                return false;
            }
            case ReplyStep.Fail fail -> sink.error(fail.error());
            case ReplyStep.Foreign foreign -> response.foreign(foreign.status(), foreign.headers(), foreign.body());
            case ReplyStep.Flood flood -> flood(flood);
            case ReplyStep.BlockPrompt block -> sink.sendLast(frames.promptBlocked(block.reason()));
            case ReplyStep.BlockAnswer block -> sink.sendLast(frames.answerBlocked());
            case ReplyStep.NoCandidates none -> sink.sendLast(frames.noCandidates());
            case ReplyStep.Cut cut -> sink.cut();
            case ReplyStep.HangUp hangUp -> sink.hangUp();
            case ReplyStep.Silence silence -> exchange.awaitLoss();
        }
        return true;
    }

    private void flood(ReplyStep.Flood flood) throws IOException {
        while (true) {
            exchange.pause(flood.pause());
            sink.garbage(flood.piece());
        }
    }

    private boolean send(List<ObjectNode> parts, String reason) throws IOException {
        if (!chunkDelay.isZero()) {
            exchange.pause(chunkDelay);
        }
        if (reason.isEmpty()) {
            sink.send(frames.chunk(parts));
            return false;
        }
        sink.sendLast(frames.last(parts, reason));
        return true;
    }

    private static List<ReplyStep> split(List<ReplyStep> steps, long seed) {
        List<ReplyStep> split = new ArrayList<>();
        for (ReplyStep step : steps) {
            if (step instanceof ReplyStep.Text text && !text.whole()) {
                for (String chunk : TextChunks.split(text.text(), seed)) {
                    split.add(new ReplyStep.Text(chunk, text.thought(), true));
                }
            } else {
                split.add(step);
            }
        }
        return split;
    }
}

/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.simulator.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.simulator.api.EcobeeApi;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.AnswerEditor;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.Replacement;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.jspecify.annotations.Nullable;

/** What a fault makes of one request: before it takes effect, or of the answer after that. */
final class Mishap {
    private final Router router;

    Mishap(Router router) {
        this.router = router;
    }

    /** What the client gets to see, {@code null} when the connection is dropped. */
    @Nullable
    Reply answer(Incoming request, RequestTrace trace, @Nullable Fault fault, Instant now) {
        if (fault instanceof Fault.Status status) {
            return Reply.of(EcobeeApi.refused(status.code(), status.message()));
        } else if (fault instanceof Fault.Answer answer) {
            return instead(answer);
        } else if (fault instanceof Fault.Drop drop) {
            if (drop.handled()) {
                router.answer(request, trace);
            }
            return null;
        } else if (fault instanceof Fault.Changed changed && changed.change() == AnswerChange.REPLACED) {
            return replaced(request, trace, new Replacement(changed.thermostats()));
        }
        return changed(router.answer(request, trace), fault, now);
    }

    private static Reply instead(Fault.Answer answer) {
        Duration retryAfter = answer.retryAfter();
        Map<String, String> headers = retryAfter == null
                ? Map.of("Content-Type", answer.contentType())
                : Map.of("Content-Type", answer.contentType(), "Retry-After", String.valueOf(retryAfter.toSeconds()));
        return new Reply(answer.status(), headers, answer.body(), null);
    }

    private Reply replaced(Incoming request, RequestTrace trace, Replacement replacement) {
        Reply reply = router.answer(request.withJson(replacement::request), trace);
        Selection handled = trace.selection();
        if (handled != null && handled.getSelectionMatch() != null) {
            // The log says what was sent.
            trace.selection(EcobeeJson.convert(handled, Selection.class)
                    .withSelectionMatch(replacement.identifiers(handled.getSelectionMatch())));
        }
        return reply.isJson() ? reply.withBody(replacement.answer(reply.body())) : reply;
    }

    private static Reply changed(Reply reply, @Nullable Fault fault, Instant now) {
        if (fault instanceof Fault.Cut cut) {
            return reply.cut(cut.percent());
        } else if (fault instanceof Fault.Instead instead) {
            return reply.withBody(instead.body());
        } else if (fault instanceof Fault.Changed change && reply.status() == 200 && reply.isJson()) {
            return AnswerEditor.edit(reply.body(), change, now).map(reply::withBody)
                    .orElseGet(() -> Reply.of(EcobeeApi.nothingSelected()));
        }
        return reply;
    }
}
